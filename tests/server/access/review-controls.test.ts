import { expect, it } from "vitest"
import "@/server/compose"
import { closeReview } from "@/server/access/close-review"
import { settleReviews } from "@/server/access/settle-reviews"
import { createControl } from "@/server/privacy/create-control"
import { listObligations } from "@/server/privacy/list-obligations"
import { at } from "@/tests/server/approvals/approvals-world"
import { openWorld } from "@/tests/support/world"
import { AFTER, beginReview, decide, read, started } from "./reviews-world"

const world = openWorld()

it("a control on access reviews shows the last completed one, and does not hold while one is past its date", async () => {
  const here = await beginReview(world)
  const { admin, workspace } = here
  const officer = await workspace.member("privacy_officer")
  await createControl(officer, { name: "Reviews", kind: "access_review" })
  const reading = async (now: string) => {
    const { controls } = await listObligations(at(officer, now), {})
    return controls[0]!.reading
  }
  const id = await started(here)
  const due = "2026-10-20T23:59:59.999Z"
  expect(await reading(due)).toEqual({
    state: "unknown",
    words: "No review is completed yet, 1 review under way",
  })
  expect(await reading(AFTER)).toEqual({
    state: "bad",
    words: "No review is completed yet, 1 review past the due date",
  })
  const { lines } = await read(admin, id)
  const [first] = lines
  const reviewer = [here.lead, here.deputy, here.steward].find(({ userId }) => userId === first!.reviewer.id)!
  await decide(reviewer, id, [first!.id], "keep")
  await settleReviews(at(admin, AFTER), {})
  await closeReview(at(admin, AFTER), { id })
  expect(await reading(AFTER)).toEqual({
    state: "warning",
    words: `Last review closed 21 Oct 2026, 1 of ${lines.length} lines answered by a person`,
  })
  expect((await reading("2027-10-22T00:00:00.000Z")).words).toContain("none in the last 12 months")
})
