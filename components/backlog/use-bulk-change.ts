"use client"
import { useCallback, useState } from "react"
import { conflictWith, errorMessage, refusalWith } from "@/components/api/errors"
import { useTRPCClient } from "@/components/api/trpc"
import { notify } from "@/components/ui/toast"
import type { Blocked, BulkFields, UndoConflicts } from "@/server/backlog/domain/bulk-change"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import type { Choices } from "./use-choices"
import { useItemCache } from "./use-item-cache"
import type { OfferUndo } from "./use-undo"

/** These items, or all of a filter. */
export type ChosenItems = { ids: string[] } | { filter: ItemFilter }

/** What the reader has to decide: some items cannot be changed, or cannot go back. `goOn` does it for the others. */
export type BulkQuestion =
  | { kind: "blocked"; blocked: Blocked; goOn: () => void }
  | { kind: "conflicts"; conflicts: UndoConflicts; goOn: () => void }

/** More than these are not patched one by one on the screen: it is read again instead. */
const PATCHED = 200

/** Changes many items as one change, with one undo; what stands in the way becomes a question. */
export function useBulkChange(choices: Choices, offerUndo: OfferUndo) {
  const api = useTRPCClient()
  const cache = useItemCache()
  const [question, setQuestion] = useState<BulkQuestion | null>(null)

  const undo = useCallback(
    async (changeId: string, skipConflicts: boolean) => {
      try {
        const { restored, left } = await api.backlog.undoChange.mutate({ changeId, skipConflicts })
        const rest = left > 0 ? `; ${left.toLocaleString("en-GB")} stayed as they are` : ""
        notify.success(
          `${restored.toLocaleString("en-GB")} ${restored === 1 ? "item" : "items"} went back${rest}`,
        )
      } catch (error) {
        const conflicts = conflictWith<UndoConflicts | null>(error)
        if (conflicts) setQuestion({ kind: "conflicts", conflicts, goOn: () => void undo(changeId, true) })
        else notify.error(`The change was not undone. ${errorMessage(error)}`)
      }
      await cache.outdate()
    },
    [api, cache],
  )

  /** True when something was changed, or is so already. */
  const change = useCallback(
    async (selection: ChosenItems, changes: BulkFields, skipBlocked = false): Promise<boolean> => {
      // Its words and rules are not needed before the first change of many.
      const { bulkWords, patchOf } = await import("./bulk/prepare-bulk")
      if ("ids" in selection && selection.ids.length <= PATCHED) {
        const patch = patchOf(changes, choices.nameOf)
        for (const id of selection.ids) cache.patch(id, patch)
      }
      try {
        const done = await api.backlog.changeItems.mutate({ selection, changes, skipBlocked })
        const { changeId, changed, warnings } = done
        if (changeId) {
          const words = [bulkWords(changes, changed, choices.nameOf), ...warnings].join(". ")
          offerUndo(words, () => undo(changeId, false))
        } else notify.success("All of them are so already")
        await cache.outdate()
        return true
      } catch (error) {
        const blocked = refusalWith<Blocked>(error)
        if (blocked)
          setQuestion({ kind: "blocked", blocked, goOn: () => void change(selection, changes, true) })
        else notify.error(`Nothing was changed. ${errorMessage(error)}`)
        await cache.outdate()
        return false
      }
    },
    [api, cache, choices, offerUndo, undo],
  )

  return { change, undo, question, settle: () => setQuestion(null) }
}

export type BulkChange = ReturnType<typeof useBulkChange>
