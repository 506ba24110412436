import { createItem } from "@/server/backlog/create-item"
import type { DoneGatePolicy } from "@/server/backlog/domain/board-policy"
import { getBoardPolicy } from "@/server/backlog/get-board-policy"
import { setBoardPolicy } from "@/server/backlog/set-board-policy"
import { chooseDeliverable } from "@/server/dod/choose-deliverable"
import type { Deliverable, Subject } from "@/server/dod/domain/deliverable"
import type { Check } from "@/server/dod/domain/template"
import { getChecklist } from "@/server/dod/get-checklist"
import { publishTemplate } from "@/server/dod/publish-template"
import { saveDraft } from "@/server/dod/save-draft"
import type { Ctx } from "@/server/kernel/context"
import type { World } from "@/tests/support/world"

export const manual = (key: string, more: Partial<Extract<Check, { kind: "manual" }>> = {}): Check => ({
  kind: "manual",
  key,
  title: `Check ${key}`,
  help: "",
  evidence: "none",
  level: "required",
  ...more,
})
export const computed = (check: string, params: Record<string, number> = {}): Check => ({
  kind: "computed",
  key: check,
  check,
  params,
  level: "required",
})

/** A workspace with a delivery lead, and Priya, who builds. */
export async function beginDone(world: World) {
  const workspace = await world.workspace()
  const lead = await workspace.member("delivery_lead")
  const priya = await workspace.member("data_engineer")
  return { workspace, lead, priya }
}

/** Publishes the next version of a Definition of Done. */
export async function publish(ctx: Ctx, deliverable: Deliverable, checks: Check[]) {
  const { edits } = await saveDraft(ctx, { deliverable, edits: 0, definition: { checks, note: "" } })
  return publishTemplate(ctx, { deliverable, edits })
}

/** An item that delivers something. */
export async function addDeliverable(ctx: Ctx, deliverable: Deliverable = "pipeline", more: object = {}) {
  const item = await createItem(ctx, { title: "Work", ...more })
  const subject: Subject = { type: "item", id: item.id }
  await chooseDeliverable(ctx, { subject, deliverable })
  return { ...item, subject }
}

/** The checks of a subject as they stand: key → state. */
export async function statesOf(ctx: Ctx, subject: Subject) {
  const { checklist } = await getChecklist(ctx, { subject })
  return Object.fromEntries((checklist?.rows ?? []).map(({ key, state }) => [key, state]))
}

export async function checkOf(ctx: Ctx, subject: Subject, key: string) {
  const { checklist } = await getChecklist(ctx, { subject })
  return checklist!.rows.find((row) => row.key === key)!
}

export async function setPolicy(ctx: Ctx, doneGate: DoneGatePolicy) {
  const { version } = await getBoardPolicy(ctx, {})
  return setBoardPolicy(ctx, { version, doneGate })
}

export const at = <C extends Ctx>(ctx: C, time: string): C => ({ ...ctx, clock: () => time })
