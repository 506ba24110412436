import { z } from "zod"

/**
 * How two items relate, seen from the first. `blocks` is a dependency: the second cannot be finished before the first.
 * `duplicates` points at the item that is kept. `distinct` notes that two similar items were judged to be different.
 */
export const RELATION_KINDS = ["blocks", "relates", "duplicates", "distinct"] as const
export type RelationKind = (typeof RELATION_KINDS)[number]

/** As people choose it: a dependency has two directions. */
export const RELATION_WORDS = {
  blocks: "blocks",
  blocked_by: "is blocked by",
  relates: "relates to",
  duplicates: "duplicates",
  duplicated_by: "is duplicated by",
} as const
export type RelationWord = keyof typeof RELATION_WORDS
export const CHOSEN_WORDS = [
  "blocked_by",
  "blocks",
  "relates",
  "duplicates",
] as const satisfies RelationWord[]

/** The word under which an item shows a relation; `from` is true when it is the first of the two. */
export function relationWord(kind: Exclude<RelationKind, "distinct">, from: boolean): RelationWord {
  if (kind === "blocks") return from ? "blocks" : "blocked_by"
  if (kind === "duplicates") return from ? "duplicates" : "duplicated_by"
  return "relates"
}

export const relateItemsSchema = z
  .object({ fromId: z.uuid(), toId: z.uuid(), word: z.enum(CHOSEN_WORDS) })
  .refine(({ fromId, toId }) => fromId !== toId, {
    path: ["toId"],
    message: "An item cannot relate to itself; choose another item",
  })
