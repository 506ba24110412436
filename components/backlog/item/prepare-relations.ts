import { isClosed } from "@/server/backlog/domain/item"
import { RELATION_WORDS, type RelationWord } from "@/server/backlog/domain/relation"
import type { ItemDetails } from "../item-data"

type Related = ItemDetails["relations"][number]
export type RelationGroup = {
  word: RelationWord
  label: string
  items: (Related & { open: boolean })[]
}

const ORDER: readonly RelationWord[] = ["blocked_by", "blocks", "duplicates", "duplicated_by", "relates"]

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Relations by their word, what the item waits for first; open ones before closed ones. */
export function relationGroups(relations: readonly Related[]): RelationGroup[] {
  return ORDER.flatMap((word) => {
    const items = relations
      .filter((one) => one.word === word)
      .map((one) => ({ ...one, open: !isClosed(one.status) && one.archivedAt === null }))
      .sort((a, b) => Number(b.open) - Number(a.open))
    return items.length > 0 ? [{ word, label: capital(RELATION_WORDS[word]), items }] : []
  })
}

export const WORD_OPTIONS = (["blocked_by", "blocks", "relates", "duplicates"] as const).map((value) => ({
  value,
  label: capital(RELATION_WORDS[value]),
}))
