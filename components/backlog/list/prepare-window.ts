/** What of a scrolled list is on the screen, in pixels. */
export type View = { top: number; height: number }

/** Rows drawn beyond each edge, so that scrolling does not outrun drawing. */
const BEYOND = 15

/** First and last row to draw, both included; rows all have one height. An empty list is 0 to -1. */
export function rowRange(
  { top, height }: View,
  size: number,
  count: number,
): { first: number; last: number } {
  const last = Math.min(count - 1, Math.ceil((top + height) / size) + BEYOND)
  return { first: Math.max(0, Math.min(Math.floor(top / size) - BEYOND, last)), last }
}

/** The rows to draw in order: the range, and one more row that has to stay wherever it is. */
export function rowsToDraw(range: { first: number; last: number }, stays: number): number[] {
  const rows = Array.from({ length: range.last - range.first + 1 }, (_, offset) => range.first + offset)
  if (stays < 0 || (stays >= range.first && stays <= range.last)) return rows
  return stays < range.first ? [stays, ...rows] : [...rows, stays]
}

/** Where to scroll so that a row is in sight below the head; the present place when it is already. */
export function topToShow(row: number, { top, height }: View, size: number, head: number): number {
  if (row * size < top) return row * size
  return Math.max(top, (row + 1) * size - (height - head))
}
