import { beforeAll, describe, expect, it } from "vitest"
import { closeReview } from "@/server/access/close-review"
import { LINE_SHOWS, type LineShow } from "@/server/access/domain/line-filter"
import { isPending, type ReviewLine, reviewStats } from "@/server/access/domain/review-line"
import { exportAccess } from "@/server/access/export-access"
import { exportReview } from "@/server/access/export-review"
import { getReview } from "@/server/access/get-review"
import { listAccess } from "@/server/access/list-access"
import { listLines } from "@/server/access/list-lines"
import { listOpenLineIds } from "@/server/access/list-open-line-ids"
import { printReview } from "@/server/access/print-review"
import { at, type Person } from "@/tests/server/approvals/approvals-world"
import { openWorld } from "@/tests/support/world"
import { allPages, longAccess, longReview } from "./many-rows"
import { AFTER, beginReview, decide, draft, lineOf, type Reviewed, started } from "./reviews-world"

const world = openWorld()
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
const csvRows = (text: string) => text.split("\r\n").filter((line) => line !== "").length - 1

describe("a review with 5,050 lines", () => {
  let here: Reviewed
  let id: string
  beforeAll(async () => {
    here = await beginReview(world)
    id = await longReview(world, here, 5050, [here.steward, 620])
  })

  it("prints and exports whole, and knows its total on the last page and past the end", async () => {
    const { lines } = await printReview(here.admin, { id })
    expect(new Set(idsOf(lines)).size).toBe(5050)
    expect(csvRows((await exportReview(here.admin, { id })).text)).toBe(5050)
    const last = await listLines(here.admin, { id, offset: 5000 })
    expect(idsOf(last.lines)).toEqual(idsOf(lines.slice(5000)))
    expect(last.total).toBe(5050)
    expect(await listLines(here.admin, { id, offset: 6000 })).toEqual({ lines: [], total: 5050 })
    const { stats } = await getReview(here.admin, { id })
    expect(stats).toMatchObject({ lines: 5050, open: 5050 })
  })

  it("counts and shows reviewers theirs alone, who decide on all of them at once", async () => {
    const { steward } = here
    expect(await getReview(steward, { id })).toMatchObject({ stats: { lines: 620 }, mine: 620, whole: false })
    const ids = await listOpenLineIds(steward, { id })
    const paged = await allPages(
      async (page) => (await listLines(steward, { id, filter: { show: "mine" }, ...page })).lines,
    )
    expect(ids).toEqual(idsOf(paged))
    expect(ids).toHaveLength(620)
    expect(await listOpenLineIds(here.deputy, { id }).catch((error) => error.code)).toBe("NOT_FOUND")
    expect(await decide(steward, id, ids, "keep")).toEqual({ decided: 620, failed: 0 })
    const { stats, mine } = await getReview(steward, { id })
    expect({ stats, mine }).toMatchObject({ stats: { open: 0, keep: 620, bulk: 620 }, mine: 0 })
    const { lines } = await listLines(steward, { id, limit: 1 })
    expect(lines[0]?.answer).toMatchObject({ bulkSize: 620, durationMs: 4000 })
    await expect(
      decide(here.lead, id, await listOpenLineIds(here.lead, { id }), "escalate"),
    ).resolves.toEqual({ decided: 2000, failed: 0 })
    expect(await getReview(here.deputy, { id })).toMatchObject({ mine: 2000 })
  })

  it("is settled and closed whole", async () => {
    const after = at(here.admin, AFTER)
    const stats = await closeReview(after, { id })
    expect(stats).toMatchObject({ lines: 5050, open: 0, keep: 5050, unanswered: 4430, answered: 620 })
    expect(await getReview(after, { id })).toMatchObject({ state: "completed", stats })
  })
})

describe("the filters and numbers of a review", () => {
  const SHOWN: Record<LineShow, (line: ReviewLine, reader: Person) => boolean> = {
    all: () => true,
    mine: ({ answer, reviewer }, { userId }) => !answer && reviewer.id === userId,
    open: ({ answer }) => !answer,
    revoked: ({ answer }) => answer?.decision === "revoke",
    pending: isPending,
  }

  it("agree with what the lines say, before the due date and after it", async () => {
    const here = await beginReview(world)
    const id = await started(here, { noAnswer: "revoke" })
    const { lead, admin, analyst, other } = here
    await decide(here.steward, id, [(await lineOf(admin, id, analyst, "access")).id], "revoke")
    await decide(lead, id, [(await lineOf(admin, id, admin)).id], "revoke")
    const kept = [(await lineOf(admin, id, analyst)).id, (await lineOf(admin, id, other)).id]
    await decide(lead, id, kept, "keep")
    await decide(lead, id, [(await lineOf(admin, id, here.owner)).id], "escalate")
    for (const when of [lead.clock(), AFTER]) {
      for (const reader of [admin, lead, here.steward]) {
        const ctx = { ...at(reader, when), userId: reader.userId }
        const { lines } = await printReview(ctx, { id })
        expect((await getReview(ctx, { id })).stats).toEqual(reviewStats(lines))
        for (const show of LINE_SHOWS) {
          const found = await listLines(ctx, { id, filter: { show } })
          const expected = idsOf(lines.filter((line) => SHOWN[show](line, reader)))
          expect({ show, ids: idsOf(found.lines), total: found.total }).toEqual({
            show,
            ids: expected,
            total: expected.length,
          })
        }
      }
    }
  })

  it("leave pages without a line twice or left out", async () => {
    const here = await beginReview(world)
    const id = await longReview(world, here, 60, [here.steward, 20])
    const { lines } = await printReview(here.admin, { id })
    expect(lines).toHaveLength(60)
    const paged = await allPages(async (page) => (await listLines(here.admin, { id, ...page })).lines, 7)
    expect(idsOf(paged)).toEqual(idsOf(lines))
  })

  it("search the person, what they hold and the reviewer, and page what is outside of the snapshot", async () => {
    const here = await beginReview(world)
    const id = await longReview(world, here, 60, [here.steward, 20])
    const found = async (search: string) =>
      (await listLines(here.admin, { id, filter: { search }, limit: 1 })).total
    expect(await found("person 7")).toBe(2)
    expect(await found("Stakeholder 3")).toBe(9)
    expect(await found(here.steward.caller.user!.name)).toBe(20)
    expect(await found("100%")).toBe(0)
    const whole = await listLines(here.admin, { id, part: "outside" })
    expect(whole.lines.length).toBe(whole.total)
    const paged = await allPages(
      async (page) => (await listLines(here.admin, { id, part: "outside", ...page })).lines,
      3,
    )
    expect(idsOf(paged)).toEqual(idsOf(whole.lines))
    expect(await listLines(here.steward, { id, part: "outside" })).toEqual({ lines: [], total: 0 })
  })
})

describe("a list of many accesses", () => {
  const filter = { view: "active" as const }
  let here: Reviewed
  beforeAll(async () => {
    here = await beginReview(world)
    await longAccess(world, here, 449)
  })

  it("has pages without a row twice or left out, and its total past the end", async () => {
    const paged = await allPages(async (page) => (await listAccess(here.admin, { filter, ...page })).rows)
    expect(new Set(idsOf(paged)).size).toBe(450)
    expect(paged).toHaveLength(450)
    expect(await listAccess(here.admin, { filter, offset: 450 })).toEqual({ rows: [], total: 450 })
    const none = await listAccess(here.deputy, { filter: { view: "mine" }, offset: 50 })
    expect(none).toEqual({ rows: [], total: 0 })
  })

  it("is exported and reviewed whole, beyond 5,000 too", async () => {
    await longAccess(world, here, 4600)
    expect(csvRows((await exportAccess(here.admin, { day: "2026-10-13" })).text)).toBe(5050)
    const { id } = await draft(here, { roles: false })
    expect((await getReview(here.admin, { id })).stats.lines).toBe(5050)
  })
})
