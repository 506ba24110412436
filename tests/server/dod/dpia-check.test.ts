import { eq } from "drizzle-orm"
import { expect, it } from "vitest"
import { assessments } from "@/db/schema/dpia"
import { moveItem } from "@/server/backlog/move-item"
import "@/server/compose"
import { observeChecks } from "@/server/dod/observe-checks"
import { createAssessment } from "@/server/dpia/create-assessment"
import { declarePersonalData } from "@/server/dpia/declare-personal-data"
import { listWaiting } from "@/server/home/list-waiting"
import { inTransaction } from "@/server/kernel/database"
import { decide, edit, submit } from "@/tests/server/approvals/approvals-world"
import { addProduct } from "@/tests/server/backlog/backlog-world"
import { openWorld } from "@/tests/support/world"
import { addDeliverable, checkOf, computed, publish, setPolicy } from "./dod-world"

const world = openWorld()

it("a DPIA that is approved meets its check, and one changed character outdates it everywhere at once", async () => {
  const workspace = await world.workspace()
  const lead = await workspace.member("delivery_lead")
  const owner = await workspace.member("data_engineer")
  const officer = await workspace.member("privacy_officer")
  const { id: productId } = await addProduct(world, workspace, "FUL", "Delivery promise")
  await publish(lead, "model", [computed("dpia-approved")])
  const { id, key, subject } = await addDeliverable(lead, "model", { productId, ownerId: owner.userId })
  const other = await addDeliverable(lead, "model")
  await setPolicy(lead, "block")
  const reason = async () => (await checkOf(lead, subject, "dpia-approved")).reason

  expect(await checkOf(lead, subject, "dpia-approved")).toMatchObject({ state: "unknown" })
  await declarePersonalData(lead, { subject: { productId }, personalData: "personal", note: "" })
  expect(await reason()).toBe("It holds personal data, and was not screened")
  const made = await createAssessment(lead, { productId })
  expect(await reason()).toBe("DPIA-1 is not approved")
  const { requestId } = await submit(lead, { subjectId: made.id })
  expect(await reason()).toBe("DPIA-1 waits for approval")
  await expect(moveItem(lead, { id, status: "done" })).rejects.toThrow(
    `${key} cannot be done: DPIA approved for this version`,
  )
  await decide(world, officer, requestId)
  expect(await checkOf(lead, subject, "dpia-approved")).toMatchObject({
    state: "met",
    reason: "DPIA-1 v1 approved",
  })
  expect(await observeChecks(lead, {})).toMatchObject({ held: 1 })

  await inTransaction(world.open, workspace.id, "write", (db) =>
    db.update(assessments).set({ version: 2 }).where(eq(assessments.id, made.id)),
  )
  await edit(lead, made.id, 2)
  expect(await reason()).toBe("DPIA approval is outdated: DPIA-1 was approved as v1")
  await expect(moveItem(lead, { id, status: "done" })).rejects.toThrow("DPIA approved for this version")
  expect((await listWaiting(owner, {})).things).toMatchObject([
    { kind: "check", title: `Reopened: DPIA approved for this version, ${key}` },
  ])
  expect(await checkOf(lead, other.subject, "dpia-approved")).toMatchObject({ state: "unknown" })
  await declarePersonalData(lead, { subject: { itemId: other.id }, personalData: "none", note: "" })
  expect(await checkOf(lead, other.subject, "dpia-approved")).toMatchObject({ state: "met" })
})
