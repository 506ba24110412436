"use client"
import { useCallback, useMemo, useState } from "react"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import type { Board, BoardCard } from "../item-data"
import { findPlace } from "./prepare-grid"

/** The place of the card that holds the focus. */
const focusedPlace = () =>
  document.activeElement?.closest(".card")?.querySelector<HTMLElement>(".card-key")?.dataset.place ?? null

/** Chosen cards: `x` or a click with Shift chooses one, Ctrl A all that are shown. */
export function useCardSelection(board: Board | undefined) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, BoardCard>>(new Map())
  const toggle = useCallback(
    (card: BoardCard) =>
      setChosen((before) => {
        const next = new Map(before)
        if (!next.delete(card.id)) next.set(card.id, card)
        return next
      }),
    [],
  )
  const clear = useCallback(() => setChosen(new Map()), [])
  const chooseFocused = () => {
    const place = focusedPlace()
    const found = place && board ? findPlace(board, place) : null
    if (found) toggle(found.card)
  }
  const chooseAll = () => {
    const cards = board?.lanes.flatMap(({ cells }) => cells.flatMap(({ items }) => items)) ?? []
    setChosen(new Map(cards.map((card) => [card.id, card])))
  }
  useShortcuts([
    { keys: "x", label: "Select", hint: true, run: chooseFocused },
    { keys: "mod+a", label: "Select all that are shown", run: chooseAll },
    { keys: "Escape", label: "Clear the selection", run: clear },
  ])
  const ids = useMemo(() => new Set(chosen.keys()), [chosen])
  return { chosen, ids, toggle, clear }
}
