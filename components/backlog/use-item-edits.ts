"use client"
import { useCallback, useRef, useState } from "react"
import { conflictWith, errorMessage } from "@/components/api/errors"
import { useTRPCClient } from "@/components/api/trpc"
import { notify } from "@/components/ui/toast"
import type { ItemChanges } from "@/server/backlog/domain/item"
import type { ListedItem } from "./item-data"
import type { CurrentItem } from "./prepare-conflict"
import { createQueue } from "./queue"
import type { Choices } from "./use-choices"
import { type ItemPatch, useItemCache } from "./use-item-cache"

/** What an edit needs to know of an item: all of a row, or of the item page. */
export type EditedItem = Pick<ListedItem, "id" | "key" | "title" | "version"> & ItemPatch
export type Conflict = { item: EditedItem; mine: ItemChanges; theirs: CurrentItem }
/** True when it was saved. `quietly`: the caller tells of failures itself. */
export type SaveItem = (
  item: EditedItem,
  changes: ItemChanges,
  how?: { quietly?: boolean },
) => Promise<boolean>

/**
 * Saves changes of items: shown at once, sent one after the other per item with the newest version known, taken back
 * when the server refuses; `refresh` reads the shown data again afterwards. Somebody else's change in between becomes `conflict`, to be decided by the reader.
 */
export function useItemEdits(choices: Choices, { refresh = false } = {}) {
  const api = useTRPCClient()
  const cache = useItemCache()
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const versions = useRef(new Map<string, number>())
  const queue = useRef(createQueue())

  const save: SaveItem = useCallback(
    (item, changes, how) => {
      const patch = withNames(changes, choices)
      const before = pick(item, Object.keys(patch))
      cache.patch(item.id, patch)
      return queue.current(item.id, async () => {
        const version = Math.max(item.version, versions.current.get(item.id) ?? 0)
        try {
          const saved = await api.backlog.updateItem.mutate({ id: item.id, version, changes })
          versions.current.set(item.id, saved.version)
          cache.patch(item.id, { version: saved.version, updatedAt: saved.updatedAt })
          void cache.outdate(!refresh)
          return true
        } catch (error) {
          const theirs = conflictWith<CurrentItem>(error)
          if (theirs) {
            versions.current.set(item.id, theirs.version)
            cache.patch(item.id, {
              ...before,
              ...withNames(shownFields(theirs), choices),
              version: theirs.version,
            })
            if (!how?.quietly) setConflict({ item, mine: changes, theirs })
          } else {
            cache.patch(item.id, before)
            if (!how?.quietly) notify.error(`${item.key} was not changed. ${errorMessage(error)}`)
          }
          return false
        }
      })
    },
    [api, cache, choices, refresh],
  )

  const settle = useCallback(
    (keepMine: boolean) => {
      if (conflict && keepMine) {
        const { item, mine, theirs } = conflict
        void save({ ...item, ...shownFields(theirs), version: theirs.version }, mine)
      }
      setConflict(null)
    },
    [conflict, save],
  )

  return { save, conflict, settle, outdate: cache.outdate }
}

function pick(item: EditedItem, fields: readonly string[]): ItemPatch {
  return Object.fromEntries(Object.entries(item).filter(([field]) => fields.includes(field)))
}

/** Changes of ids bring the names along that rows show. */
function withNames(changes: ItemPatch, choices: Choices): ItemPatch {
  return {
    ...changes,
    ...(changes.ownerId !== undefined && { ownerName: choices.nameOf(changes.ownerId) }),
    ...(changes.productId !== undefined && { productName: choices.nameOf(changes.productId) }),
  }
}

function shownFields(item: CurrentItem): ItemPatch {
  const { id: _, key: __, ...fields } = item
  return fields
}
