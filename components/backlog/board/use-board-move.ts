"use client"
import { useRef } from "react"
import { conflictWith, errorMessage } from "@/components/api/errors"
import { useTRPCClient } from "@/components/api/trpc"
import { notify } from "@/components/ui/toast"
import { ITEM_STATUS_LABELS } from "@/server/backlog/domain/item"
import type { Verdict } from "@/server/kernel/domain/verdict"
import type { Board, BoardCard } from "../item-data"
import { createQueue } from "../queue"
import { useItemCache } from "../use-item-cache"
import type { OfferUndo } from "../use-undo"
import { byRank, findCard, homeOf, moveCard, neighbourFor, sameTarget, type Target } from "./prepare-board"

type Options = {
  board: Board | undefined
  change: (next: (board: Board) => Board) => void
  mayEdit: (productId: string | null) => Verdict
  mayRank: (productId: string | null) => Verdict
  offerUndo: OfferUndo
}

/** Moves cards: shown at once, sent one after the other, taken back by undo, put right when the server refuses. */
export function useBoardMove({ board, change, mayEdit, mayRank, offerUndo }: Options) {
  const api = useTRPCClient()
  const cache = useItemCache()
  const queue = useRef(createQueue())
  const versions = useRef(new Map<string, number>())

  const send = (shown: Board, card: BoardCard, target: Target, ranked: boolean) => {
    const restated = target.status !== card.status
    const neighbour = ranked ? neighbourFor(shown, card.id, target) : null
    change((before) => moveCard(before, card.id, target))
    return queue.current("board", async () => {
      try {
        const version = Math.max(card.version, versions.current.get(card.id) ?? 0)
        const moved = await api.backlog.moveItem.mutate({
          id: card.id,
          ...(restated && { status: target.status, version }),
          ...neighbour,
        })
        versions.current.set(card.id, moved.version)
        cache.patch(card.id, { version: moved.version, rank: moved.rank })
        await cache.outdate(true)
      } catch (error) {
        notify.error(`${card.key} was not moved. ${errorMessage(error)}`)
        const now = conflictWith<{ version: number }>(error)
        if (now) versions.current.set(card.id, now.version)
        await cache.outdate()
      }
    })
  }

  /** Why a card may not go there; undefined when it may. */
  const refusal = (card: BoardCard, target: Target): string | undefined => {
    const edit = mayEdit(card.productId)
    const rank = mayRank(card.productId)
    if (!edit.ok) return edit.reason
    return target.status === card.status && !rank.ok ? rank.reason : undefined
  }

  const move = (id: string, wanted: Target) => {
    const from = board && findCard(board, id)
    if (!board || !from) return
    const { card } = from
    const reason = refusal(card, wanted)
    if (reason) return notify.error(`${card.key} was not moved. ${reason}`)
    const ranked = mayRank(card.productId).ok
    const target = ranked ? wanted : byRank(board, card, wanted.status)
    const home = homeOf(from)
    if (sameTarget(target, home)) return
    const after = moveCard(board, id, target)
    void send(board, card, target, ranked && neighbourFor(board, id, target) !== null)
    const words =
      target.status === card.status
        ? `Moved ${card.key} in ${ITEM_STATUS_LABELS[card.status]}`
        : `Moved ${card.key} to ${ITEM_STATUS_LABELS[target.status]}`
    offerUndo(words, () => send(after, { ...card, status: target.status }, home, ranked))
  }

  return { move, refusal }
}
