import { type Problems, problemsOf } from "@/components/shell/form-problems"
import { type DomainFields, type DomainSummary, domainFields } from "@/server/products/domain/product"
import type { ConflictRow } from "./prepare-product-form"

export const EMPTY_DOMAIN: DomainFields = {
  key: "",
  name: "",
  description: "",
  ownerId: null,
  stewardId: null,
}

/** The editable part of a domain. */
export function domainFormOf({ key, name, description, owner, steward }: DomainSummary): DomainFields {
  return { key, name, description, ownerId: owner?.id ?? null, stewardId: steward?.id ?? null }
}

const LABELS: Record<keyof DomainFields, string> = {
  name: "Name",
  key: "Key",
  description: "Description",
  ownerId: "Owner",
  stewardId: "Steward",
}
const FIELDS = Object.keys(LABELS) as (keyof DomainFields)[]

/** The fields in which `form` differs from `base`. */
export function domainChanges(base: DomainFields, form: DomainFields): Partial<DomainFields> {
  return Object.fromEntries(
    FIELDS.filter((field) => form[field] !== base[field]).map((field) => [field, form[field]]),
  )
}

/** Messages by field, from the same rules as the server's. */
export function domainProblems(form: DomainFields): Problems {
  return problemsOf(domainFields, form)
}

/** Mine beside what is saved now, for the fields that differ. */
export function domainConflict(
  mine: DomainFields,
  theirs: DomainFields,
  nameOf: (id: string) => string,
): ConflictRow[] {
  const shown = (field: keyof DomainFields, form: DomainFields) => {
    const value = form[field]
    if (field === "ownerId" || field === "stewardId") return value ? nameOf(value) : "Nobody"
    return value || "Empty"
  }
  return FIELDS.filter((field) => mine[field] !== theirs[field]).map((field) => ({
    field: LABELS[field],
    mine: shown(field, mine),
    theirs: shown(field, theirs),
  }))
}
