import { beforeEach, describe, expect, it } from "vitest"
import { withdrawApproval } from "@/server/approvals/withdraw-approval"
import { moveItem } from "@/server/backlog/move-item"
import { askWaiver } from "@/server/dod/ask-waiver"
import { markCheck } from "@/server/dod/mark-check"
import { observeChecks } from "@/server/dod/observe-checks"
import { upgradeChecklist } from "@/server/dod/upgrade-checklist"
import { listWaiting } from "@/server/home/list-waiting"
import "@/server/compose"
import { decide } from "@/tests/server/approvals/approvals-world"
import { openWorld, type TestWorkspace } from "@/tests/support/world"
import { addDeliverable, at, beginDone, checkOf, manual, publish, setPolicy } from "./dod-world"

const world = openWorld()
let workspace: TestWorkspace
let lead: Awaited<ReturnType<TestWorkspace["member"]>>
let priya: typeof lead

const reason = "The vendor's fix comes in December; we watch the queue by hand"

beforeEach(async () => {
  ;({ workspace, lead, priya } = await beginDone(world))
  await publish(lead, "pipeline", [manual("tests")])
})

const ask = (subject: { type: "item"; id: string }, lastDay = "2026-11-10", by = priya) =>
  askWaiver(by, { subject, checkKey: "tests", reason, lastDay })
const item = async (more: object = {}) => {
  const { subject, ...rest } = await addDeliverable(priya, "pipeline", more)
  return { ...rest, subject: { type: "item" as const, id: subject.id } }
}

describe("a waiver", () => {
  it("holds only once somebody else approved it, and never through the person who asked", async () => {
    const { subject } = await item()
    const asked = await ask(subject, "2026-11-10", lead)
    expect(await checkOf(priya, subject, "tests")).toMatchObject({
      state: "open",
      waiver: { state: "waits" },
    })
    await expect(ask(subject)).rejects.toThrow("waits for its decision already")
    await expect(decide(world, lead, asked.requestId)).rejects.toMatchObject({ code: "RULE_BROKEN" })
    await expect(decide(world, priya, asked.requestId)).rejects.toMatchObject({ code: "FORBIDDEN" })
    const officer = await workspace.member("privacy_officer")
    await decide(world, officer, asked.requestId)
    expect(await checkOf(priya, subject, "tests")).toMatchObject({
      state: "waived",
      reason: expect.stringContaining("Waived for 29 more days"),
      waiver: { state: "running", approvedBy: [officer.caller.user?.name] },
    })
  })

  it("ends at the minute, by itself, and the check is open again", async () => {
    const owner = await workspace.member("data_engineer")
    const { subject, id } = await item({ ownerId: owner.userId })
    const { requestId, expiresAt } = await ask(subject, "2026-10-20")
    expect(expiresAt).toBe("2026-10-21T00:00:00.000Z")
    await decide(world, lead, requestId)
    await observeChecks(lead, {})
    await setPolicy(lead, "block")
    const before = at(owner, "2026-10-20T23:59:59.999Z")
    const after = at(owner, "2026-10-21T00:00:00.000Z")
    expect((await checkOf(before, subject, "tests")).state).toBe("waived")
    expect((await listWaiting(before, {})).things).toMatchObject([{ kind: "waiver", state: "expires" }])
    expect(await checkOf(after, subject, "tests")).toMatchObject({
      state: "open",
      reason: expect.stringContaining("Waiver expired after 2026-10-20"),
      reopened: { reason: expect.stringContaining("Waiver expired") },
    })
    expect((await listWaiting(after, {})).things).toMatchObject([
      { kind: "check", title: expect.stringContaining("Reopened: ") },
    ])
    await expect(moveItem(at(priya, "2026-10-21T00:00:00.000Z"), { id, status: "done" })).rejects.toThrow(
      "cannot be done",
    )
    await moveItem(at(priya, "2026-10-20T23:59:59.999Z"), { id, status: "done" })
    expect(await observeChecks(at(lead, "2026-10-21T00:00:00.000Z"), {})).toMatchObject({ reopened: 1 })
  })

  it.each([
    ["2026-10-12", "in the past"],
    ["2027-10-14", "within a year"],
    ["2026-02-30", "a day that exists"],
    ["tomorrow", "YYYY-MM-DD"],
  ])("does not end on %s", async (lastDay, message) => {
    const { subject } = await item()
    await expect(ask(subject, lastDay)).rejects.toMatchObject({
      code: "INVALID",
      message: expect.stringContaining(message),
    })
  })

  it("may end today or in a year, and needs a reason", async () => {
    const today = await item()
    await ask(today.subject, "2026-10-13")
    const year = await item()
    await ask(year.subject, "2027-10-13")
    const none = await item()
    await expect(
      askWaiver(priya, { subject: none.subject, checkKey: "tests", reason: " ", lastDay: "2026-11-01" }),
    ).rejects.toThrow("Say why")
  })

  it("can be withdrawn or rejected, and then holds nothing", async () => {
    const { subject } = await item()
    const first = await ask(subject)
    await withdrawApproval(priya, { requestId: first.requestId, note: "We fixed it" })
    expect(await checkOf(priya, subject, "tests")).toMatchObject({
      state: "open",
      waiver: { state: "withdrawn" },
    })
    const second = await ask(subject)
    await decide(world, lead, second.requestId, "rejection", { note: "Not for customer data" })
    expect(await checkOf(priya, subject, "tests")).toMatchObject({
      state: "open",
      waiver: { state: "rejected" },
    })
  })

  it("runs on while a longer one is asked for, and is not needed for what is met", async () => {
    const { subject } = await item()
    await decide(world, lead, (await ask(subject)).requestId)
    const renewal = await ask(subject, "2026-12-10")
    expect(await checkOf(priya, subject, "tests")).toMatchObject({
      state: "waived",
      waiver: { renewalAsked: true },
    })
    await decide(world, lead, renewal.requestId)
    expect((await checkOf(priya, subject, "tests")).waiver?.expiresAt).toBe("2026-12-11T00:00:00.000Z")
    await markCheck(priya, { subject, checkKey: "tests" })
    await expect(ask(subject)).rejects.toThrow("nothing to waive")
  })

  it("goes with the check that it was given for", async () => {
    const { subject } = await item()
    await decide(world, lead, (await ask(subject)).requestId)
    await publish(lead, "pipeline", [manual("tests", { title: "Tests are green for a week" })])
    expect((await checkOf(priya, subject, "tests")).state).toBe("waived")
    await upgradeChecklist(priya, { subject, version: 1 })
    expect(await checkOf(priya, subject, "tests")).toMatchObject({
      state: "open",
      waiver: { state: "outdated" },
    })
  })
})
