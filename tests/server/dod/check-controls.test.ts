import { eq } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { items } from "@/db/schema/backlog"
import { moveItem } from "@/server/backlog/move-item"
import { updateItem } from "@/server/backlog/update-item"
import "@/server/compose"
import { chooseDeliverable } from "@/server/dod/choose-deliverable"
import { observeChecks } from "@/server/dod/observe-checks"
import { inTransaction } from "@/server/kernel/database"
import { createControl } from "@/server/privacy/create-control"
import { listObligations } from "@/server/privacy/list-obligations"
import { addProduct } from "@/tests/server/backlog/backlog-world"
import { openWorld } from "@/tests/support/world"
import { addDeliverable, beginDone, computed, manual, publish, setPolicy } from "./dod-world"

const world = openWorld()

describe("a control on a computed check", () => {
  it("counts the definitions that require it, and the checklists in use on which it was seen to hold", async () => {
    const { workspace, lead, priya } = await beginDone(world)
    const officer = await workspace.member("privacy_officer")
    await createControl(officer, { name: "A", kind: "dod_check", checkId: "owner-active" })
    await createControl(officer, { name: "B", kind: "dod_check" })
    await createControl(officer, { name: "C", kind: "dod_check", checkId: "item-scored" })
    const readings = async () => (await listObligations(officer, {})).controls.map(({ reading }) => reading)
    expect((await readings())[0]).toEqual({
      state: "unknown",
      words: "No Definition of Done is published",
    })
    await publish(lead, "dataset", [computed("owner-active"), computed("item-scored"), manual("tests")])
    await publish(lead, "pipeline", [manual("tests")])
    expect((await readings())[0]).toEqual({
      state: "warning",
      words: "Required in 1 of 2 Definitions of Done, asked on no checklist yet",
    })
    const advisory = { ...computed("owner-active"), level: "advisory" as const }
    await publish(lead, "pipeline", [advisory, computed("documented", { words: 1 }), manual("tests")])
    const owned = await addDeliverable(lead, "dataset", { ownerId: priya.userId })
    await addDeliverable(lead, "dataset")
    await addDeliverable(lead, "pipeline")
    const dropped = await addDeliverable(lead, "dataset")
    await moveItem(lead, { id: dropped.id, status: "dropped" })
    const product = await addProduct(world, workspace, "FUL", "Delivery promise")
    const subject = { type: "product" as const, id: product.id }
    await chooseDeliverable(lead, { subject, deliverable: "dataset" })
    await observeChecks(lead, {})
    expect(await readings()).toEqual([
      { state: "warning", words: "Required in 1 of 2 Definitions of Done, met on 1 of 3 checklists" },
      { state: "good", words: "Required in 2 of 2 Definitions of Done, met on 0 of 4 checklists" },
      { state: "warning", words: "Required in 1 of 2 Definitions of Done, met on 0 of 2 checklists" },
    ])
    // Nothing is believed that was not looked at: a change counts from the next look on.
    await updateItem(lead, { id: owned.id, version: owned.version, changes: { ownerId: null } })
    expect((await readings())[0]!.words).toContain("met on 1 of 3")
    await observeChecks(lead, {})
    expect((await readings())[0]!.words).toContain("met on 0 of 3")
  })

  it("does not hold where work is done without it", async () => {
    const { workspace, lead } = await beginDone(world)
    const officer = await workspace.member("privacy_officer")
    await createControl(officer, { name: "A", kind: "dod_check", checkId: "owner-active" })
    await publish(lead, "model", [computed("owner-active")])
    const { id } = await addDeliverable(lead, "model")
    await setPolicy(lead, "warn")
    await inTransaction(world.open, workspace.id, "write", (db) =>
      db.update(items).set({ status: "done" }).where(eq(items.id, id)),
    )
    const { controls } = await listObligations(officer, {})
    expect(controls[0]!.reading).toEqual({
      state: "bad",
      words: "Required in 1 of 1 Definition of Done, met on 0 of 1 checklist, 1 done without it",
    })
    const { checks } = await listObligations(officer, {})
    expect(checks.map((check) => check.id)).toContain("retention-set")
  })
})
