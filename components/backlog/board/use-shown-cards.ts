"use client"
import { useEffect, useMemo } from "react"
import { useWorkspace } from "@/components/api/workspace"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import type { Board } from "../item-data"
import { filterHref } from "../prepare-filter"
import { rememberTrail } from "../prepare-trail"

/** Of a board: its labels, and how many items it holds. An item opened from it steps through the cards as they lie. */
export function useShownCards(page: "board" | "roadmap", board: Board | undefined, filter: ItemFilter) {
  const { workspace } = useWorkspace()
  const cards = useMemo(
    () => board?.lanes.flatMap(({ cells }) => cells.flatMap(({ items }) => items)) ?? [],
    [board],
  )
  const labels = useMemo(() => cards.flatMap((card) => card.labels), [cards])
  useEffect(() => {
    const href = filterHref(`/${workspace.slug}/backlog/${page}`, filter)
    rememberTrail(workspace.slug, { href, keys: cards.map((card) => card.key) })
  }, [workspace.slug, page, filter, cards])
  return { labels, total: board?.columns.reduce((sum, column) => sum + column.total, 0) }
}
