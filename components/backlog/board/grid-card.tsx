"use client"
import type { BoardLane, BoardCard as Card } from "../item-data"
import { BoardCard } from "./board-card"
import type { GridKit } from "./grid-kit"
import { placeId, type Target } from "./prepare-grid"

type Props = {
  kit: GridKit
  lane: BoardLane
  column: string
  card: Card
  index: number
  measure?: (node: HTMLElement | null) => void
}

export const isAimed = (target: Target | null, lane: string | null, column: string) =>
  target !== null && target.lane === lane && target.column === column

/** A card where it stands, with what its view says about it. */
export function GridCard({ kit, lane, column, card, index, measure }: Props) {
  const { target } = kit
  const aimed = isAimed(target, lane.value, column) && !kit.judgement?.refusal
  return (
    <BoardCard
      card={card}
      lane={lane.value}
      index={index}
      columnName={kit.columnName(column)}
      moving={kit.moving === placeId(lane.value, card.id)}
      dropHere={aimed && target?.beforeId === card.id}
      selected={kit.selected.has(card.id)}
      reason={kit.reasonFor(card)}
      facts={kit.facts(card)}
      menu={() => kit.menuOf(card, lane)}
      onSelect={kit.onSelect}
      measure={measure}
    />
  )
}
