"use client"
import { useRouter } from "next/navigation"
import { useRef } from "react"
import { conflictWith, errorMessage, isRefused } from "@/components/api/errors"
import { useTRPCClient } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { notify } from "@/components/ui/toast"
import type { ItemStatus } from "@/server/backlog/domain/item"
import type { Verdict } from "@/server/kernel/domain/verdict"
import type { Board, BoardCard, WipLimits } from "../item-data"
import { createQueue } from "../queue"
import { useItemCache } from "../use-item-cache"
import type { OfferUndo } from "../use-undo"
import { restated, statusName } from "./prepare-board"
import {
  byRank,
  findPlace,
  homeOf,
  moveCard,
  neighbourFor,
  placeId,
  relaned,
  sameTarget,
  type Target,
} from "./prepare-grid"
import { judgeMove } from "./prepare-wip"
import type { Judgement } from "./use-card-drag"

type Options = {
  board: Board | undefined
  limits: WipLimits | undefined
  change: (next: (board: Board) => Board) => void
  readLimits: () => void
  mayEdit: (productId: string | null) => Verdict
  mayRank: (productId: string | null) => Verdict
  offerUndo: OfferUndo
}

/** Moves cards: shown at once, sent one after the other, taken back by undo, put right when the server refuses. */
export function useBoardMove(options: Options) {
  const { board, limits, change, readLimits, mayEdit, mayRank, offerUndo } = options
  const api = useTRPCClient()
  const cache = useItemCache()
  const router = useRouter()
  const { workspace } = useWorkspace()
  const queue = useRef(createQueue())
  const versions = useRef(new Map<string, number>())

  const checklistOf = ({ key }: BoardCard) => ({
    label: "Open checklist",
    run: () => router.push(`/${workspace.slug}/items/${key}#definition-of-done`),
  })

  const send = (shown: Board, place: string, target: Target, ranked: boolean) => {
    const from = findPlace(shown, place)
    if (!from) return Promise.resolve()
    const { card, lane } = from
    const neighbour = ranked ? neighbourFor(shown, card.id, target) : null
    const restates = target.column !== card.status
    const relanes = shown.laneBy !== null && lane.value !== target.lane
    change((before) => moveCard(before, place, target, restated))
    return queue.current("board", async () => {
      try {
        const version = Math.max(card.version, versions.current.get(card.id) ?? 0)
        const moved = await api.backlog.moveItem.mutate({
          id: card.id,
          ...((restates || relanes) && { version }),
          ...(restates && { status: target.column as ItemStatus }),
          ...(relanes && shown.laneBy && { lane: { by: shown.laneBy, from: lane.value, to: target.lane } }),
          ...neighbour,
        })
        versions.current.set(card.id, moved.version)
        cache.patch(card.id, { version: moved.version, rank: moved.rank })
        // By label a card lies in several lanes; only the server knows them all.
        await cache.outdate(shown.laneBy !== "label")
        readLimits()
        if (target.column === "done" && moved.warnings.length > 0)
          notify.warning(`Moved ${card.key} to Done. ${moved.warnings.join(". ")}`, checklistOf(card))
      } catch (error) {
        // Nothing but the Definition of Done keeps a card out of Done.
        const open = target.column === "done" && isRefused(error) ? checklistOf(card) : undefined
        notify.error(`${card.key} was not moved. ${errorMessage(error)}`, { ...(open && { open }) })
        const now = conflictWith<{ version: number }>(error)
        if (now) versions.current.set(card.id, now.version)
        await cache.outdate()
      }
    })
  }

  /** Why a card may not go there, or what to mind; nothing when all is well. */
  const judge = (place: string, target: Target): Judgement => {
    const from = board && findPlace(board, place)
    const to = board?.lanes.find(({ value }) => value === target.lane)
    if (!board || !from || !to) return {}
    const { card, lane } = from
    const edit = mayEdit(card.productId)
    if (!edit.ok) return { refusal: edit.reason }
    const stays = target.column === card.status && lane.value === target.lane
    const rank = mayRank(card.productId)
    if (stays) return rank.ok ? {} : { refusal: rank.reason }
    if (board.laneBy === "type" && to.value === null) return { refusal: "Every item has a kind" }
    return judgeMove(limits, card, restated(relaned(card, board.laneBy, lane, to), target.column))
  }

  const move = (place: string, wanted: Target) => {
    const from = board && findPlace(board, place)
    if (!board || !from) return
    const { card } = from
    const home = homeOf(from)
    if (sameTarget(wanted, home)) return
    const { refusal, warning } = judge(place, wanted)
    if (refusal) return notify.error(`${card.key} was not moved. ${refusal}`)
    const ranked = mayRank(card.productId).ok
    const target = ranked ? wanted : byRank(board, card, wanted)
    const after = moveCard(board, place, target, restated)
    void send(board, place, target, ranked && neighbourFor(board, card.id, target) !== null)
    const words = [`Moved ${card.key} ${whither(board, card, home, target)}`, warning]
      .filter(Boolean)
      .join(". ")
    offerUndo(words, () => send(after, placeId(target.lane, card.id), home, ranked))
  }

  return { move, judge }
}

function whither(board: Board, card: BoardCard, home: Target, target: Target): string {
  const lane = board.lanes.find(({ value }) => value === target.lane)?.name
  const changed = [
    target.column !== card.status && statusName(target.column),
    target.lane !== home.lane && lane,
  ].filter(Boolean)
  return changed.length > 0 ? `to ${changed.join(", ")}` : `in ${statusName(card.status)}`
}
