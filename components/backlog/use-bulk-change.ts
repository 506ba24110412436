"use client"
import { useCallback } from "react"
import { notify } from "@/components/ui/toast"
import type { ItemChanges } from "@/server/backlog/domain/item"
import type { ListedItem } from "./item-data"
import { itemCount } from "./prepare-filter"
import type { SaveItem } from "./use-item-edits"
import type { OfferUndo } from "./use-undo"

const AT_ONCE = 10

/** Gives many items the same values, a few at a time, with one undo that gives each its own back. */
export function useBulkChange(save: SaveItem, offerUndo: OfferUndo) {
  return useCallback(
    async (items: readonly ListedItem[], changes: ItemChanges, words: string) => {
      const saved = await inGroups(items, (item) => save(item, changes, { quietly: true }))
      const changed = items.filter((_, index) => saved[index])
      const failed = items.length - changed.length
      if (failed > 0) {
        notify.error(
          `${itemCount(failed)} not changed: somebody else changed them meanwhile, or they are out of your reach. Look at them and try again.`,
        )
      }
      if (changed.length === 0) return
      offerUndo(`Set ${itemCount(changed.length)} to ${words}`, () =>
        inGroups(changed, (item) => save(item, valuesBefore(item, changes), { quietly: true })),
      )
    },
    [save, offerUndo],
  )
}

function valuesBefore(item: ListedItem, changes: ItemChanges): ItemChanges {
  return Object.fromEntries(Object.entries(item).filter(([field]) => field in changes))
}

async function inGroups<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let at = 0; at < all.length; at += AT_ONCE) {
    results.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map(work))))
  }
  return results
}
