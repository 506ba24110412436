"use client"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useRef } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC, useTRPCClient } from "@/components/api/trpc"
import { notify } from "@/components/ui/toast"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { PAST, quarterFor } from "@/server/backlog/domain/roadmap"
import type { LaneBy } from "@/server/backlog/domain/wip"
import type { Verdict } from "@/server/kernel/domain/verdict"
import { byRank, findPlace, homeOf, moveCard, relaned, sameTarget, type Target } from "../board/prepare-grid"
import type { Judgement } from "../board/use-card-drag"
import { useGrid } from "../board/use-grid"
import { createQueue } from "../queue"
import type { BulkChange } from "../use-bulk-change"
import { useItemCache } from "../use-item-cache"
import type { OfferUndo } from "../use-undo"
import { columnName, dueWarning, laneFields, requartered, roadmapInput } from "./prepare-roadmap"

type Options = {
  filter: ItemFilter
  laneBy: LaneBy | null
  /** YYYY-MM-DD. */
  today: string
  mayEdit: (productId: string | null) => Verdict
  bulk: BulkChange
  offerUndo: OfferUndo
}

/** The roadmap of a filter, and moving its cards: each move is a change of its own, with an undo. */
export function useRoadmap({ filter, laneBy, today, mayEdit, bulk, offerUndo }: Options) {
  const trpc = useTRPC()
  const api = useTRPCClient()
  const cache = useItemCache()
  const queue = useRef(createQueue())
  const input = roadmapInput(filter, laneBy)
  const options = trpc.backlog.listRoadmap.queryOptions(input)
  const query = useQuery({ ...options, placeholderData: keepPreviousData })
  const board = query.data
  const { change, showMore } = useGrid({
    board,
    queryKey: options.queryKey,
    filter: input.filter,
    columnInput: (column) => ({ quarter: column }),
    columnName,
  })
  const restate = (card: Parameters<typeof requartered>[0], column: string) =>
    requartered(card, column, today)

  /** Why a card may not go there, or what to mind. */
  const judge = (place: string, target: Target): Judgement => {
    const from = board && findPlace(board, place)
    const to = board?.lanes.find(({ value }) => value === target.lane)
    if (!from || !to) return {}
    const edit = mayEdit(from.card.productId)
    if (!edit.ok) return { refusal: edit.reason }
    const stays = from.cell.column === target.column
    if (stays && from.lane === to) return {}
    if (target.column === PAST && !stays)
      return { refusal: "A quarter that has passed cannot be planned any more" }
    if (laneBy === "type" && to.value === null) return { refusal: "Every item has a kind" }
    return {
      warning: dueWarning(restate(relaned(from.card, laneBy, from.lane, to), target.column)) ?? undefined,
    }
  }

  const move = (place: string, wanted: Target) => {
    const from = board && findPlace(board, place)
    if (!board || !from) return
    const { card, lane, cell } = from
    const target = byRank(board, card, wanted)
    if (sameTarget(target, homeOf(from)) || (cell.column === target.column && lane.value === target.lane))
      return
    const { refusal, warning } = judge(place, target)
    if (refusal) return notify.error(`${card.key} was not moved. ${refusal}`)
    change((shown) => moveCard(shown, place, target, restate))
    void queue.current("roadmap", async () => {
      try {
        const quarter = cell.column === target.column ? undefined : quarterFor(target.column, today)
        const { changeId } = await api.backlog.changeItems.mutate({
          selection: { ids: [card.id] },
          changes: {
            ...(quarter !== undefined && { quarter }),
            ...laneFields(laneBy, lane.value, target.lane),
          },
        })
        const to = board.lanes.find(({ value }) => value === target.lane)
        const where = [columnName(target.column), lane.value === target.lane ? "" : to?.name]
          .filter(Boolean)
          .join(", ")
        if (changeId)
          offerUndo([`Moved ${card.key} to ${where}`, warning].filter(Boolean).join(". "), () =>
            bulk.undo(changeId, false),
          )
      } catch (error) {
        notify.error(`${card.key} was not moved. ${errorMessage(error)}`)
      }
      await cache.outdate()
    })
  }

  return {
    board,
    error: board ? null : query.error,
    retry: () => void query.refetch(),
    renewing: query.isPlaceholderData,
    showMore,
    judge,
    move,
  }
}
