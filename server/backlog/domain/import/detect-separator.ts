export const SEPARATORS = [",", ";", "\t", "|"] as const
export type Separator = (typeof SEPARATORS)[number]

export const SEPARATOR_LABELS: Record<Separator, string> = {
  ",": "Comma",
  ";": "Semicolon",
  "\t": "Tab",
  "|": "Pipe",
}

const ROWS = 50

/**
 * The separator under which the first rows agree best on their number of cells. Separators inside quotes do not
 * count. A file of one column has none: comma is as good as any.
 */
export function detectSeparator(sample: string): Separator {
  let best: Separator = ","
  let bestScore = 0
  for (const separator of SEPARATORS) {
    const score = scoreCounts(cellCounts(sample, separator))
    if (score > bestScore) {
      best = separator
      bestScore = score
    }
  }
  return best
}

/** Cells per row of the first rows; the last row of the sample may be cut and only counts when it is the only one. */
function cellCounts(sample: string, separator: string): number[] {
  const counts: number[] = []
  let cells = 1
  let quoted = false
  let cellStart = true
  let blank = true
  for (let index = 0; index < sample.length && counts.length < ROWS; index++) {
    const char = sample[index]
    if (quoted) {
      if (char === '"') {
        if (sample[index + 1] === '"') index++
        else quoted = false
      }
      continue
    }
    if (char === '"' && cellStart) quoted = true
    else if (char === separator) cells++
    else if (char === "\n" || char === "\r") {
      if (!blank) counts.push(cells)
      cells = 1
      blank = true
      cellStart = true
      continue
    }
    cellStart = char === separator
    blank = false
  }
  if (counts.length === 0 && !blank) counts.push(cells)
  return counts
}

/** Rows with the header's number of cells (more is fine, Jira pads), times a little for many columns. */
function scoreCounts(counts: number[]): number {
  const header = counts[0] ?? 1
  if (header < 2) return 0
  const same = counts.filter((count) => count === header).length
  const close = counts.filter((count) => count !== header && count > 1).length
  return ((same + close * 0.5) / counts.length) * (1 + Math.log2(header) / 10)
}
