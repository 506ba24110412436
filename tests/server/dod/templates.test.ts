import { sql } from "drizzle-orm"
import { beforeEach, describe, expect, it } from "vitest"
import { getTemplate } from "@/server/dod/get-template"
import { listTemplates } from "@/server/dod/list-templates"
import { publishTemplate } from "@/server/dod/publish-template"
import { saveDraft } from "@/server/dod/save-draft"
import { inTransaction } from "@/server/kernel/database"
import { openWorld, type TestWorkspace } from "@/tests/support/world"
import { addDeliverable, beginDone, computed, manual, publish } from "./dod-world"

const world = openWorld()
let workspace: TestWorkspace
let lead: Awaited<ReturnType<TestWorkspace["member"]>>
let priya: typeof lead

beforeEach(async () => {
  ;({ workspace, lead, priya } = await beginDone(world))
})

describe("a Definition of Done", () => {
  it("is a draft until it is published by those who may, and never changes afterwards", async () => {
    const definition = { checks: [manual("tests")], note: "First" }
    await expect(saveDraft(priya, { deliverable: "model", edits: 0, definition })).rejects.toMatchObject({
      code: "FORBIDDEN",
    })
    const saved = await saveDraft(lead, { deliverable: "model", edits: 0, definition })
    expect(saved).toEqual({ version: 1, edits: 1 })
    await expect(saveDraft(lead, { deliverable: "model", edits: 0, definition })).rejects.toMatchObject({
      code: "CONFLICT",
    })
    const item = addDeliverable(priya, "model")
    await expect(item).rejects.toThrow("No Definition of Done is published for model")
    await publishTemplate(lead, { deliverable: "model", edits: 1 })
    await expect(publishTemplate(lead, { deliverable: "model", edits: 1 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    })
    const next = { checks: [manual("tests", { title: "Tests are green" }), manual("docs")], note: "" }
    expect(await saveDraft(lead, { deliverable: "model", edits: 0, definition: next })).toMatchObject({
      version: 2,
    })
    const { versions } = await getTemplate(priya, { deliverable: "model" })
    expect(
      versions.map(({ version, state, definition: { checks } }) => [version, state, checks.length]),
    ).toEqual([
      [2, "draft", 2],
      [1, "published", 1],
    ])
  })

  it("is refused by the database when somebody writes a published version past the operations", async () => {
    await publish(lead, "model", [manual("tests")])
    for (const statement of [
      sql`update dod_templates set definition = '{}'`,
      sql`delete from dod_templates`,
    ]) {
      await expect(
        inTransaction(world.open, workspace.id, "write", (db) => db.execute(statement)),
      ).rejects.toMatchObject({ cause: { message: expect.stringContaining("stays as it is") } })
    }
    for (const table of ["dod_answers", "dod_reviews", "dod_waivers", "dod_observations"]) {
      await expect(
        inTransaction(world.open, workspace.id, "write", (db) => db.execute(sql.raw(`delete from ${table}`))),
      ).rejects.toMatchObject({ cause: { message: expect.stringContaining("permission denied") } })
    }
  })

  it("takes only computed checks that there are, set up rightly, and at least one that is required", async () => {
    const draft = (...checks: ReturnType<typeof manual>[]) =>
      saveDraft(lead, { deliverable: "dataset", edits: 0, definition: { checks, note: "" } })
    await expect(draft(computed("no-such"))).rejects.toThrow("There is no computed check “no-such”")
    await expect(draft(computed("documented"))).rejects.toThrow(
      "words at least is a whole number from 1 to 2,000",
    )
    await expect(draft(computed("owner-active", { n: 1 }))).rejects.toThrow("takes no setting “n”")
    await expect(draft(manual("a"), manual("a"))).rejects.toThrow("Two checks have the key a")
    await draft(manual("a", { level: "advisory" }))
    await expect(publishTemplate(lead, { deliverable: "dataset", edits: 1 })).rejects.toThrow("required")
  })

  it("lists what is in use, drafts and how many checklists are behind", async () => {
    await publish(lead, "pipeline", [manual("tests"), computed("owner-active")])
    await addDeliverable(priya)
    await publish(lead, "pipeline", [manual("tests")])
    await addDeliverable(priya)
    const { templates, checks } = await listTemplates(priya, {})
    expect(templates.find(({ deliverable }) => deliverable === "pipeline")).toMatchObject({
      published: { version: 2, checks: 1 },
      draft: null,
      checklists: 2,
      behind: 1,
    })
    expect(checks.map(({ id }) => id)).toContain("owner-active")
  })
})
