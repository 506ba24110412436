import { chooseDeliverable } from "@/server/dod/choose-deliverable"
import { publishTemplate } from "@/server/dod/publish-template"
import { saveDraft } from "@/server/dod/save-draft"
import type { Ctx } from "@/server/kernel/context"

/** A published Definition of Done, and an item that follows it with one check that takes a file. */
export async function furnishDone(admin: Ctx, itemId: string): Promise<void> {
  const check = { kind: "manual" as const, key: "tests", title: "Tests green", help: "" }
  const definition = {
    checks: [{ ...check, evidence: "either" as const, level: "required" as const }],
    note: "",
  }
  const { edits } = await saveDraft(admin, { deliverable: "pipeline", edits: 0, definition })
  await publishTemplate(admin, { deliverable: "pipeline", edits })
  await chooseDeliverable(admin, { subject: { type: "item", id: itemId }, deliverable: "pipeline" })
}
