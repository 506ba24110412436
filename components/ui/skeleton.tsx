const widths = ["62%", "48%", "71%", "55%", "66%", "43%"]
const numbered = (count: number) => Array.from({ length: count }, (_, index) => index)

/** Keeps the place of lines that are on their way. Nothing moves; `label` is spoken once. */
export function SkeletonLines({ lines = 3, label = "Loading" }: { lines?: number; label?: string }) {
  return (
    <div>
      <output className="sr-only">{label}</output>
      {numbered(lines).map((line) => (
        <span key={line} className="ghost mb-3" style={{ width: widths[line % widths.length] }} />
      ))}
    </div>
  )
}

/** Keeps the place of a list: as many rows, at the height of the real ones. */
export function SkeletonRows({ rows = 12, label = "Loading" }: { rows?: number; label?: string }) {
  return (
    <div>
      <output className="sr-only">{label}</output>
      {numbered(rows).map((row) => (
        <div key={row} className="flex h-[var(--row)] items-center gap-4 border-b border-line">
          <span className="ghost w-6" />
          <span className="ghost" style={{ width: widths[row % widths.length] }} />
          <span className="ghost ml-auto w-16" />
        </div>
      ))}
    </div>
  )
}

/** Keeps the place of a board: columns beside each other. */
export function SkeletonColumns({ label = "Loading" }: { label?: string }) {
  return (
    <div className="grid grid-cols-2 gap-6 md:grid-cols-5">
      {numbered(5).map((column) => (
        <SkeletonLines key={column} lines={8} label={label} />
      ))}
    </div>
  )
}

/** Keeps the place of a page head. */
export function SkeletonHead() {
  return (
    <div className="head">
      <div>
        <span className="ghost h-6 w-56" />
        <span className="ghost mt-3 w-80 max-w-full" />
      </div>
    </div>
  )
}
