import type { FieldInput } from "@/server/catalog/domain/asset"

const cell = (text: string) => (/["\n\r,;|\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Fields as CSV that reads back to the same fields; nothing for none, so that the hint stays visible. */
export function fieldsAsText(fields: readonly FieldInput[]): string {
  if (fields.length === 0) return ""
  const rows = fields.map(({ name, type, description, nullable }) =>
    [name, type, description, nullable ? "yes" : "no"].map(cell).join(","),
  )
  return ["name,type,description,nullable", ...rows].join("\n")
}

type Decision = {
  fieldName: string | null
  fromLevel: string | null
  toLevel: string | null
  fromClass: string | null
  toClass: string | null
}

/** "Internal → Confidential, E-mail address": what a decision changed, in the names of today. */
export function decisionWords(decision: Decision, levels: Names, classes: Names): string {
  const { fromLevel, toLevel, fromClass, toClass } = decision
  const parts = [
    fromLevel === toLevel ? "" : `${nameIn(levels, fromLevel)} → ${nameIn(levels, toLevel)}`,
    fromClass === toClass
      ? ""
      : toClass === null
        ? `no longer ${nameIn(classes, fromClass)}`
        : nameIn(classes, toClass),
  ]
  return parts.filter(Boolean).join(", ")
}

type Names = readonly { key: string; name: string }[]
const nameIn = (names: Names, key: string | null) =>
  key === null ? "unknown" : (names.find((entry) => entry.key === key)?.name ?? key)
