/** Where a range of rows began, and the place it reaches. */
export type Range = { from: number; to: number }

/**
 * One step of Shift with an arrow from a place to the next: the range goes on if it ended here, else it begins here.
 * `back`: the step comes nearer to where it began, so the row left is let go.
 */
export function rangeStep(range: Range | null, at: number, next: number): { range: Range; back: boolean } {
  const from = range?.to === at ? range.from : at
  return { range: { from, to: next }, back: Math.abs(next - from) < Math.abs(at - from) }
}
