import { type Problems, problemsOf } from "@/components/shell/form-problems"
import {
  LIFECYCLE_LABELS,
  type ProductDetails,
  type ProductFields,
  productFields,
} from "@/server/products/domain/product"

export const EMPTY_PRODUCT: ProductFields = {
  domainId: "",
  name: "",
  question: "",
  description: "",
  lifecycle: "proposed",
  ownerId: null,
  stewardId: null,
}

/** The editable part of a product. */
export function formOf(product: ProductDetails): ProductFields {
  const { name, question, description, lifecycle, domain, owner, steward } = product
  return {
    domainId: domain.id,
    name,
    question,
    description,
    lifecycle,
    ownerId: owner?.id ?? null,
    stewardId: steward?.id ?? null,
  }
}

const FIELDS = Object.keys(EMPTY_PRODUCT) as (keyof ProductFields)[]

/** The fields in which `form` differs from `base`. */
export function changesOf(base: ProductFields, form: ProductFields): Partial<ProductFields> {
  const entries = FIELDS.filter((field) => form[field] !== base[field]).map((field) => [field, form[field]])
  return Object.fromEntries(entries)
}

/** Messages by field, from the same rules as the server's. */
export function formProblems(form: ProductFields): Problems {
  return problemsOf(productFields, form)
}

const LABELS: Record<keyof ProductFields, string> = {
  name: "Name",
  question: "Question",
  description: "Description",
  domainId: "Domain",
  lifecycle: "Lifecycle",
  ownerId: "Owner",
  stewardId: "Steward",
}

export type ConflictRow = { field: string; mine: string; theirs: string }
type Names = (id: string) => string

function shown(field: keyof ProductFields, form: ProductFields, nameOf: Names): string {
  if (field === "lifecycle") return LIFECYCLE_LABELS[form.lifecycle]
  const value = form[field]
  if (field === "ownerId" || field === "stewardId") return value ? nameOf(value) : "Nobody"
  return field === "domainId" ? nameOf(form.domainId) : value || "Empty"
}

/**
 * Both versions after somebody else saved first: the fields where mine and theirs differ now. A field that only they
 * changed is not mine to overwrite, so it is shown but `mergeOnto` leaves it alone.
 */
export function conflictRows(mine: ProductFields, theirs: ProductFields, nameOf: Names): ConflictRow[] {
  return FIELDS.filter((field) => mine[field] !== theirs[field]).map((field) => ({
    field: LABELS[field],
    mine: shown(field, mine, nameOf),
    theirs: shown(field, theirs, nameOf),
  }))
}

/** My changes on top of what they saved: fields that I did not touch take their value. */
export function mergeOnto(theirs: ProductFields, base: ProductFields, mine: ProductFields): ProductFields {
  return { ...theirs, ...changesOf(base, mine) }
}
