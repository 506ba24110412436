"use client"
import { useCallback, useRef } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPCClient } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { notify } from "@/components/ui/toast"
import type { ListedItem } from "../item-data"
import { rememberOrder } from "../last-order"
import { createQueue } from "../queue"
import { useItemCache } from "../use-item-cache"
import { useOrderUndo } from "../use-order-undo"
import type { OfferUndo } from "../use-undo"
import { neighbourAt } from "./prepare-pages"
import type { ItemPages } from "./use-item-pages"

const ORDER = "order"

/** Moves in the manual order: shown at once, sent in the order they were made, each with an undo. */
export function useReorder(pages: ItemPages, offerUndo: OfferUndo) {
  const api = useTRPCClient()
  const cache = useItemCache()
  const { workspace } = useWorkspace()
  const orderUndo = useOrderUndo()
  const queue = useRef(createQueue())

  const send = useCallback(
    (work: () => Promise<unknown>) =>
      queue.current(ORDER, async () => {
        try {
          await work()
          await cache.outdate(true)
        } catch (error) {
          notify.error(`The order was not changed. ${errorMessage(error)}`)
          await cache.outdate()
        }
      }),
    [cache],
  )

  /** Moves the row at `from` to the place `to`. `quietly`: by key, where the opposite key is the undo at hand. */
  const move = (from: number, to: number, quietly = false) => {
    const item = pages.rows.get(from)
    const neighbour = neighbourAt(pages.rows, from, to)
    if (!item || !neighbour || from === to) return
    const home = homeOf(pages, from) ?? neighbour
    if (!pages.moveRow(from, to)) return
    void send(() => api.backlog.moveItem.mutate({ id: item.id, ...neighbour }))
    const undo = () =>
      send(() => api.backlog.moveItem.mutate({ id: item.id, ...home })).then(() => cache.outdate())
    offerUndo(`Moved ${item.key} to place ${to + 1}`, undo, quietly)
  }

  /** Puts the chosen items first, in their present order, as one change of the order. */
  const moveToTop = async (chosen: readonly ListedItem[]) => {
    const ids = new Set(chosen.map(({ id }) => id))
    const last = Math.max(...[...pages.rows].filter(([, row]) => ids.has(row.id)).map(([place]) => place), -1)
    if (last < 0) return
    await send(async () => {
      const above = await pages.readTo(last)
      const items = [...above.filter(({ id }) => ids.has(id)), ...above.filter(({ id }) => !ids.has(id))]
      const reason = `Moved ${ids.size === 1 ? "an item" : `${ids.size} items`} to the top of a list`
      const { changeId } = await api.backlog.reorderItems.mutate({
        items: items.map(({ id }) => ({ id })),
        reason,
      })
      await cache.outdate()
      if (!changeId) return
      rememberOrder(workspace.slug, changeId)
      offerUndo(`Moved ${ids.size === 1 ? chosen[0]?.key : `${ids.size} items`} to the top`, () =>
        undoOrder(changeId),
      )
    })
  }

  const undoOrder = (changeId: string) =>
    send(async () => {
      await orderUndo.mutateAsync({ changeId })
      await cache.outdate()
    })

  return { move, moveToTop, undoOrder }
}

/** Beside whom a row stands now, so that it can go back there. */
function homeOf({ rows }: ItemPages, place: number) {
  const above = rows.get(place - 1)
  if (above) return { afterId: above.id }
  const below = rows.get(place + 1)
  return below ? { beforeId: below.id } : null
}
