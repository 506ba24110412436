const lines = [
  { d: "M0 3H28", stroke: "var(--color-text-2)", text: "Taut: the link holds" },
  { d: "M0 2Q14 14 28 2", stroke: "var(--color-warning-solid)", text: "Slack: somebody owes a step" },
  {
    d: "M0 2C6 2 10 4 11 10M17 10C18 4 22 2 28 2",
    stroke: "var(--color-bad-solid)",
    text: "Cut: a promise is missed",
  },
  {
    d: "M0 3Q14 9 28 3",
    stroke: "var(--color-unknown-solid)",
    text: "Dashed: no confirmed data",
    dashed: true,
  },
]

/** How to read the line. `across` sets it in one row, below a thread where nothing hangs. */
export function ThreadKey({ column, across }: { column?: string; across?: boolean }) {
  return (
    <ul
      className={across ? "key across" : "key"}
      style={{ gridColumn: column }}
      aria-label="How to read the thread"
    >
      {lines.map((line) => (
        <li key={line.text}>
          <svg viewBox="0 0 28 12" aria-hidden="true">
            <path d={line.d} stroke={line.stroke} strokeDasharray={line.dashed ? "4 3" : undefined} />
          </svg>
          {line.text}
        </li>
      ))}
    </ul>
  )
}
