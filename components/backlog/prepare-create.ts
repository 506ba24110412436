import { createItemSchema, type ItemStatus, type ItemType } from "@/server/backlog/domain/item"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { estimateFrom, labelsFrom } from "./prepare-item"

/** What stands in the fields of the form: always text. */
export type CreateForm = {
  title: string
  description: string
  type: ItemType
  status: ItemStatus
  productId: string
  ownerId: string
  labels: string
  estimate: string
  dueDate: string
  parentId: string
}

export type Whole = { id: string; key: string; productId: string | null }

/** An empty form; a filter for one product, owner, state or kind becomes its first choice. `whole`: it is part of that. */
export function emptyForm(filter: ItemFilter, meId: string, whole?: Whole): CreateForm {
  const only = <T extends string>(values: readonly T[]) => (values.length === 1 ? values[0] : undefined)
  const owner = only(filter.ownerIds)
  const product = only(filter.productIds)
  return {
    title: "",
    description: "",
    type: only(filter.types) ?? "story",
    status: only(filter.statuses) ?? "idea",
    productId: whole?.productId ?? (product && product !== "none" ? product : ""),
    ownerId: owner === "me" ? meId : owner && owner !== "none" ? owner : "",
    labels: filter.labels.join(", "),
    estimate: "",
    dueDate: "",
    parentId: whole?.id ?? "",
  }
}

export type CreateInput = ReturnType<typeof createItemSchema.parse>
type Checked = { ok: true; input: CreateInput } | { ok: false; errors: Record<string, string> }

/** The form as the operation takes it, judged by the same schema, or a message per field. */
export function checkForm(form: CreateForm): Checked {
  const estimate = estimateFrom(form.estimate)
  const parsed = createItemSchema.safeParse({
    ...form,
    productId: form.productId || null,
    ownerId: form.ownerId || null,
    labels: labelsFrom(form.labels),
    estimate: estimate ?? null,
    dueDate: form.dueDate || null,
    parentId: form.parentId || null,
  })
  const errors: Record<string, string> = {}
  if (estimate === undefined) errors.estimate = "Give the estimate as a number, such as 3 or 2.5"
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0] ?? "")] ??= issue.message
  return parsed.success && Object.keys(errors).length === 0
    ? { ok: true, input: parsed.data }
    : { ok: false, errors }
}
