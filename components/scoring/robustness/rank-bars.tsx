import type { CSSProperties } from "react"
import { shareText } from "@/server/scoring/domain/robustness"
import type { Robustness } from "../scoring-data"

/** The parts of a bar, first rank first; ranks that never came up take no room. */
function segments(ranks: readonly number[], shown: number, from: number) {
  return ranks
    .map((share, rank) => ({
      name: rank === shown ? `behind rank ${from + shown}` : `rank ${from + rank + 1}`,
      share,
      depth: rank / Math.max(1, ranks.length - 1),
    }))
    .filter(({ share }) => share > 0)
}

/** One bar per item, split by rank: dark is first. Items of one band are bracketed. */
export function RankBars({ robustness: { drawn, from } }: { robustness: Robustness }) {
  if (!drawn) return null
  const shown = drawn.items.slice(0, drawn.ranks.length)
  return (
    <>
      <ol className="rank-bars" aria-label="Share of each rank, by item">
        {shown.map((item, index) => {
          const ranks = drawn.ranks[index]!
          const likely = ranks.indexOf(Math.max(...ranks))
          const words = `first in ${shareText(item.first)}, most often ${likely === shown.length ? "further behind" : `rank ${from + likely + 1}`}`
          return (
            <li key={item.itemId} className={item.band === null ? undefined : "banded"}>
              <span className="ky">{item.key}</span>
              <span className="bar" role="img" aria-label={`${item.key} ${item.title}: ${words}`}>
                {segments(ranks, shown.length, from).map(({ name, share, depth }) => (
                  <span
                    key={name}
                    title={`${name}: ${shareText(share)}`}
                    style={{ "--share": share, "--depth": depth } as CSSProperties}
                  />
                ))}
              </span>
              <span className="num">{shareText(item.first)}</span>
            </li>
          )
        })}
      </ol>
      <p className="hint mt-1">
        Dark: first{from > 0 ? " of these places" : ""}, with its share on the right. The lighter, the further
        behind. A line on the left joins items that are not separable.
      </p>
    </>
  )
}
