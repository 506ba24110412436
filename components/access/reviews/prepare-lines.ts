import { askedRows } from "@/components/shell/prepare-pages"
import {
  LINE_SHOW_LABELS,
  LINE_SHOWS,
  type LineFilter,
  type LineShow,
} from "@/server/access/domain/line-filter"
import { LINES_AT_ONCE } from "@/server/access/domain/review"
import type { ReviewLine } from "@/server/access/domain/review-line"
import { figure } from "@/server/kernel/domain/counted"
import type { ReviewDetails } from "../access-data"

/** The parameter that holds the page of what was given after the start. */
export const LATER_PAGE = "later"

type Asked = Pick<ReviewDetails, "id" | "startedAt">

function lineFilterOf(params: URLSearchParams): LineFilter {
  return {
    show: LINE_SHOWS.find((show) => show === params.get("show")) ?? "all",
    search: (params.get("q") ?? "").trim().slice(0, 200),
  }
}

/** What the page of a review asks for: lines of the snapshot, of a draft what would be reviewed now. */
export function linesInput({ id, startedAt }: Asked, params: URLSearchParams) {
  const part = startedAt ? ("snapshot" as const) : ("outside" as const)
  const none: LineFilter = { show: "all", search: "" }
  return { id, part, filter: startedAt ? lineFilterOf(params) : none, ...askedRows(params) }
}

/** What came to hold after the start, with a page of its own. */
export function laterInput({ id }: Pick<Asked, "id">, params: URLSearchParams) {
  return { id, part: "outside" as const, ...askedRows(params, { name: LATER_PAGE }) }
}

/** The filter as an address; a changed filter begins at the first page. */
export function lineParams({ show, search }: LineFilter): URLSearchParams {
  const params = new URLSearchParams()
  if (search) params.set("q", search)
  if (show !== "all") params.set("show", show)
  return params
}

/** What can be shown, with how many lines that is; what would show nothing is left out unless it is shown now. */
export function showOptions({ stats, mine }: Pick<ReviewDetails, "stats" | "mine">, shown: LineShow) {
  const { lines, open, revoke, pendingActions } = stats
  const counts: Record<LineShow, number> = {
    all: lines,
    mine,
    open,
    revoked: revoke,
    pending: pendingActions,
  }
  return LINE_SHOWS.filter((show) => show === "all" || show === shown || counts[show] > 0).map((show) => ({
    value: show,
    label: `${LINE_SHOW_LABELS[show]} (${figure(counts[show])})`,
  }))
}

/** The lines chosen on any page, and whether the reader reviews them. */
export type Chosen = ReadonlyMap<string, { mine: boolean }>
export const NONE_CHOSEN: Chosen = new Map()

/** The choice with some lines more or fewer. */
export function rechosen(chosen: Chosen, lines: readonly ReviewLine[], on: boolean, userId: string): Chosen {
  const next = new Map(chosen)
  for (const { id, reviewer } of lines) {
    if (on) next.set(id, { mine: reviewer.id === userId })
    else next.delete(id)
  }
  return next
}

/** What is left of a choice after a look at some lines: without those that were answered or moved meanwhile. */
export function stillChosen(
  chosen: Chosen,
  seen: readonly ReviewLine[],
  choosable: ReadonlySet<string>,
  userId: string,
): Chosen {
  const gone = seen.filter(({ id }) => chosen.has(id) && !choosable.has(id))
  const there = seen.filter(({ id }) => chosen.has(id) && choosable.has(id))
  return rechosen(rechosen(chosen, gone, false, userId), there, true, userId)
}

/** The button that chooses everything that waits for the reader. */
export const chooseMineWords = (mine: number) =>
  mine > LINES_AT_ONCE
    ? `Choose the first ${figure(LINES_AT_ONCE)} of your ${figure(mine)}`
    : `Choose all ${figure(mine)} of mine`

/** "620 lines chosen, 570 of them on other pages" */
export function chosenWords(chosen: number, elsewhere: number): string {
  if (chosen === 0) return "No line chosen"
  const words = `${figure(chosen)} ${chosen === 1 ? "line" : "lines"} chosen`
  return elsewhere === 0 ? words : `${words}, ${figure(elsewhere)} of them on other pages`
}
