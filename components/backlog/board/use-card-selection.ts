"use client"
import { useMemo } from "react"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import type { Board, BoardCard } from "../item-data"
import { useSelection } from "../list/use-selection"
import { findPlace } from "./prepare-grid"

/** The place of the card that holds the focus. */
const focusedPlace = () =>
  document.activeElement?.closest(".card")?.querySelector<HTMLElement>(".card-key")?.dataset.place ?? null

/** Chosen cards: `x` or a click with Shift chooses one, Ctrl A all that are shown. */
export function useCardSelection(board: Board | undefined, filter: ItemFilter) {
  const selection = useSelection<BoardCard>(filter)
  const { chosen, whole, toggle, clear } = selection
  const chooseFocused = () => {
    const place = focusedPlace()
    const found = place && board ? findPlace(board, place) : null
    if (found) toggle(found.card)
  }
  const chooseAll = () => {
    const cards = board?.lanes.flatMap(({ cells }) => cells.flatMap(({ items }) => items)) ?? []
    selection.choose(cards, false)
  }
  useShortcuts([
    { keys: "x", label: "Select", hint: true, run: chooseFocused },
    { keys: "mod+a", label: "Select all that are shown", run: chooseAll },
    { keys: "Escape", label: "Clear the selection", run: clear },
  ])
  const shown = useMemo(
    () => (whole && board ? board.lanes.flatMap(({ cells }) => cells.flatMap(({ items }) => items)) : []),
    [whole, board],
  )
  const ids = useMemo(() => new Set([...chosen.keys(), ...shown.map(({ id }) => id)]), [chosen, shown])
  return { ...selection, ids }
}
