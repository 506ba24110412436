"use client"
import { useEffect, useRef, useState } from "react"
import { z } from "zod"
import { type ImportMapping, importMappingSchema } from "@/server/backlog/domain/import/mapping"

const draftSchema = z.object({ mapping: importMappingSchema, productId: z.uuid().nullable() })
type Draft = { mapping: ImportMapping; productId: string | null }

const nameOf = (importId: string) => `plumbline_import_${importId}`

function read(importId: string): Draft | null {
  try {
    const parsed = draftSchema.safeParse(JSON.parse(localStorage.getItem(nameOf(importId)) ?? "null"))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** What was chosen for an import, kept in this browser until it is imported, so that a reload loses no choice. */
export function useMappingDraft(importId: string, guessed: ImportMapping) {
  const [draft, setDraft] = useState<Draft>({ mapping: guessed, productId: null })
  const begun = useRef(false)
  useEffect(() => {
    const kept = read(importId)
    if (kept) setDraft(kept)
    begun.current = true
  }, [importId])
  const change = (next: (before: Draft) => Draft) =>
    setDraft((before) => {
      const after = next(before)
      try {
        if (begun.current) localStorage.setItem(nameOf(importId), JSON.stringify(after))
      } catch {
        // The choices then live as long as the page.
      }
      return after
    })
  return {
    ...draft,
    setMapping: (mapping: ImportMapping | ((before: ImportMapping) => ImportMapping)) =>
      change((before) => ({
        ...before,
        mapping: typeof mapping === "function" ? mapping(before.mapping) : mapping,
      })),
    setProductId: (productId: string | null) => change((before) => ({ ...before, productId })),
    forget: () => {
      try {
        localStorage.removeItem(nameOf(importId))
      } catch {
        // Nothing was kept.
      }
    },
  }
}
