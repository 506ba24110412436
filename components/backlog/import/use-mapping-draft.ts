"use client"
import { z } from "zod"
import { useKeptDraft } from "@/components/shell/use-kept-draft"
import { type ImportMapping, importMappingSchema } from "@/server/backlog/domain/import/mapping"

const draftSchema = z.object({ mapping: importMappingSchema, productId: z.uuid().nullable() })

/** What was chosen for an import, kept until it is imported, so that a reload loses no choice. */
export function useMappingDraft(importId: string, guessed: ImportMapping) {
  const { draft, keep } = useKeptDraft(`import ${importId}`, draftSchema)
  const begun = { mapping: guessed, productId: null }
  return {
    ...(draft ?? begun),
    setMapping: (mapping: ImportMapping | ((before: ImportMapping) => ImportMapping)) =>
      keep((before) => {
        const from = before ?? begun
        return { ...from, mapping: typeof mapping === "function" ? mapping(from.mapping) : mapping }
      }),
    setProductId: (productId: string | null) => keep((before) => ({ ...(before ?? begun), productId })),
    forget: () => keep(null),
  }
}
