import { beforeAll, describe, expect, it } from "vitest"
import { createCheckpoint } from "@/server/audit/create-checkpoint"
import { getEvent } from "@/server/audit/get-event"
import { listCheckpoints } from "@/server/audit/list-checkpoints"
import { listEvents } from "@/server/audit/list-events"
import { listFacets } from "@/server/audit/list-facets"
import { openCheckpoint } from "@/server/audit/proof/checkpoint"
import { parseVerifierKey } from "@/server/audit/proof/verifier-key"
import { recordRead } from "@/server/audit/record-read"
import { auditRouter } from "@/server/audit/router"
import { createCallerFactory } from "@/server/kernel/trpc"
import { NOW, openWorld } from "@/tests/support/world"
import { giveAuditKey, note, tamper, trailOf } from "./trail"

const world = openWorld()
beforeAll(giveAuditKey)

const words = (page: { events: { summary: string }[] }) =>
  page.events.map(({ summary }) => summary.replace("Noted ", ""))

describe("listing events", () => {
  it("gives pages from the newest to the oldest, each event once", async () => {
    const { admin } = await trailOf(world, 7)
    const seen: string[] = []
    let cursor: { occurredAt: string; id: string } | undefined
    for (let page = 1; ; page++) {
      const { events, next } = await listEvents(admin, { limit: 3, cursor })
      seen.push(...words({ events }))
      if (!next) break
      expect(events).toHaveLength(3)
      expect(page).toBeLessThan(5)
      cursor = next
    }
    expect(seen.toSorted()).toEqual(["w1", "w2", "w3", "w4", "w5", "w6", "w7"])
  })

  it("shows who, what, when, about what and the place in the chain", async () => {
    const { admin } = await trailOf(world, 1)
    const { events } = await listEvents(admin, {})
    expect(events).toEqual([
      {
        id: expect.any(String),
        seq: 1,
        occurredAt: NOW,
        actor: { type: "user", id: admin.userId, name: admin.caller.actor.name, onBehalfOf: null },
        action: "products.createDomain",
        outcome: "success",
        summary: "Noted w1",
        reason: null,
        targets: [{ type: "domain", id: "d-w1", name: "w1" }],
        readable: true,
      },
    ])
  })

  it("filters by person, action, outcome, target, words and days", async () => {
    const { admin, workspace } = await trailOf(world, 3)
    const auditor = await workspace.member("auditor")
    await note(auditor, { word: "no" }).catch(() => {})
    await note({ ...admin, clock: () => "2026-10-14T23:59:59.999Z" }, { word: "50%_later" })
    expect((await listEvents(admin, { actors: [auditor.userId] })).events).toMatchObject([
      { outcome: "denied" },
    ])
    expect((await listEvents(admin, { outcomes: ["denied"] })).events[0]?.reason).toContain("domains.edit")
    expect(
      (await listEvents(admin, { actions: ["products.createDomain"], outcomes: ["success"] })).events,
    ).toHaveLength(4)
    expect((await listEvents(admin, { actions: ["audit.exportTrail"] })).events).toEqual([])
    expect(words(await listEvents(admin, { target: { type: "domain", id: "d-w2" } }))).toEqual(["w2"])
    expect(words(await listEvents(admin, { text: "NOTED W3" }))).toEqual(["w3"])
    expect(words(await listEvents(admin, { text: "%_" }))).toEqual(["50%_later"])
    expect(words(await listEvents(admin, { from: "2026-10-14", to: "2026-10-14" }))).toEqual(["50%_later"])
    expect((await listEvents(admin, { to: "2026-10-13" })).events).toHaveLength(4)
  })

  it("never leaves the workspace, and is refused to roles without audit.read", async () => {
    const { admin } = await trailOf(world, 2)
    const other = await trailOf(world, 1)
    const foreign = (await listEvents(other.admin, {})).events[0]!
    expect((await listEvents(admin, {})).events).toHaveLength(2)
    await expect(getEvent(admin, { id: foreign.id })).rejects.toMatchObject({ code: "NOT_FOUND" })
    const engineer = await other.workspace.member("data_engineer")
    await expect(listEvents(engineer, {})).rejects.toMatchObject({ code: "FORBIDDEN" })
  })

  it("offers the people and actions that occurred as filters", async () => {
    const { admin } = await trailOf(world, 2)
    expect(await listFacets(admin, {})).toEqual({
      actors: [{ id: admin.userId, type: "user", name: admin.caller.actor.name }],
      actions: ["products.createDomain"],
    })
  })
})

describe("one event", () => {
  it("opens with what changed, its sealed text and its proof", async () => {
    const { admin } = await trailOf(world, 2)
    const { events } = await listEvents(admin, {})
    const second = events.find(({ seq }) => seq === 2)!
    const event = await getEvent(admin, { id: second.id })
    expect(event).toMatchObject({
      before: { word: null },
      after: { word: "w2", über: 1.5 },
      context: { requestId: "test" },
    })
    expect(JSON.parse(event.text)).toMatchObject({ id: second.id, summary: "Noted w2" })
    expect(event.proof).toMatchObject({ seq: 2, fits: true, chain: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  it("still shows a row whose text was damaged, and says so", async () => {
    const { admin, workspace } = await trailOf(world, 1)
    await tamper(world, `update audit_events set text = '{"v":1' where workspace_id = '${workspace.id}'`)
    const { events } = await listEvents(admin, {})
    expect(events).toMatchObject([{ summary: "Noted w1", readable: false, targets: [] }])
    expect((await getEvent(admin, { id: events[0]!.id })).proof?.fits).toBe(false)
  })
})

describe("checkpoints", () => {
  it("are signed over all records, and the published key opens them", async () => {
    const { admin } = await trailOf(world, 3)
    const signed = await createCheckpoint(admin, {})
    expect(signed).toMatchObject({ size: 3, createdAt: NOW })
    const { checkpoints, keys, records } = await listCheckpoints(admin, {})
    expect(records).toBe(4)
    expect(checkpoints).toEqual([signed])
    expect(openCheckpoint(checkpoints[0]!.note, keys.map(parseVerifierKey))).toMatchObject({ size: 3 })
  })

  it("come again only when something was recorded besides the last one", async () => {
    const { admin } = await trailOf(world, 2)
    expect(await createCheckpoint(admin, { whenGrown: true })).toMatchObject({ size: 2 })
    expect(await createCheckpoint(admin, { whenGrown: true })).toBeNull()
    await note(admin, { word: "more" })
    expect(await createCheckpoint(admin, { whenGrown: true })).toMatchObject({ size: 4 })
    expect((await listEvents(admin, { actions: ["audit.createCheckpoint"] })).events).toHaveLength(2)
  })

  it("are refused when a record was rewritten together with its leaf", async () => {
    const { admin, workspace } = await trailOf(world, 3)
    await createCheckpoint(admin, {})
    const own = `workspace_id = '${workspace.id}'`
    await tamper(
      world,
      `update audit_leaves set leaf = set_byte(leaf, 0, get_byte(leaf, 0) # 1) where ${own} and seq = 2`,
    )
    await expect(createCheckpoint(admin, {})).rejects.toMatchObject({
      code: "RULE_BROKEN",
      message: expect.stringContaining("record 2"),
    })
  })

  it("keep their value when the server moves to another address or key", async () => {
    const { admin } = await trailOf(world, 2)
    await createCheckpoint(admin, {})
    process.env.AUTH_URL = "https://plumbline.example.org"
    const old = await listCheckpoints(admin, {})
    await note(admin, { word: "moved" })
    const moved = await createCheckpoint(admin, {})
    delete process.env.AUTH_URL
    expect(moved!.note).toMatch(/^plumbline\.example\.org\/audit\//)
    expect(openCheckpoint(old.checkpoints[0]!.note, old.keys.map(parseVerifierKey)).size).toBe(2)

    const raw = old.keys[0]!.split("+").slice(2).join("+")
    giveAuditKey()
    await note(admin, { word: "new key" })
    await expect(createCheckpoint(admin, {})).rejects.toThrow("not signed with any of the known keys")
    process.env.PLUMBLINE_AUDIT_RETIRED_KEYS = Buffer.from(raw, "base64").subarray(1).toString("base64")
    await createCheckpoint(admin, {})
    delete process.env.PLUMBLINE_AUDIT_RETIRED_KEYS
  })
})

describe("reading the trail", () => {
  it("is recorded once an hour per person, through the router", async () => {
    const { admin, workspace } = await trailOf(world, 1)
    const auditor = await workspace.member("auditor")
    const api = createCallerFactory(auditRouter)(auditor)
    await api.listEvents({})
    await api.listEvents({ text: "x" })
    const reads = async () => (await listEvents(admin, { actions: ["audit.recordRead"] })).events
    expect(await reads()).toMatchObject([{ actor: { id: auditor.userId }, summary: "Read the audit trail" }])
    await recordRead({ ...auditor, clock: () => "2026-10-13T08:40:00.001Z" }, {})
    expect(await reads()).toHaveLength(2)
  })
})
