import type { ReactNode } from "react"
import type { MenuGroup } from "@/components/ui/menu"
import type { BoardCard, BoardLane } from "../item-data"
import type { Target } from "./prepare-grid"
import type { LimitState } from "./prepare-wip"
import type { Judgement } from "./use-card-drag"

/** What a view of cards in columns tells the parts that draw it: the board and the roadmap have each their own. */
export type GridKit = {
  /** The place of the card being moved, and where it would go. */
  moving: string | null
  target: Target | null
  judgement: Judgement | null
  columnName: (column: string) => string
  /** What a column's head says besides its name. */
  columnNote?: (column: string) => ReactNode
  columnLimit?: (column: string) => LimitState | null
  laneLimit?: (column: string, lane: string | null) => LimitState | null
  foldable: (column: string) => boolean
  folded: ReadonlySet<string>
  onFold: (column: string, away: boolean) => void
  foldedLanes: ReadonlySet<string>
  onFoldLane: (lane: string, away: boolean) => void
  reasonFor: (card: BoardCard) => string | undefined
  facts: (card: BoardCard) => ReactNode
  menuOf: (card: BoardCard, lane: BoardLane) => readonly MenuGroup[]
  selected: ReadonlySet<string>
  onSelect: (card: BoardCard) => void
  onMore: (at: Pick<Target, "lane" | "column">, quietly?: boolean) => Promise<void>
}
