import type { CSSProperties } from "react"
import { ScrollRegion } from "@/components/ui/scroll-region"
import { shareText } from "@/server/scoring/domain/robustness"
import { SEPARABLE } from "@/server/scoring/domain/separable"
import type { Robustness } from "../scoring-data"

/** In what share of the draws the item of the row stands above the item of the column. */
export function WinsMap({ robustness: { drawn } }: { robustness: Robustness }) {
  if (!drawn) return null
  const shown = drawn.items.slice(0, drawn.pairs.length)
  return (
    <ScrollRegion label="Who stands above whom, scrolls">
      <table className="wins-map" aria-label="Share of draws in which the row stands above the column">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">Item</span>
            </th>
            {shown.map(({ itemId, key }) => (
              <th key={itemId} scope="col">
                <span>{key}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((item, row) => (
            <tr key={item.itemId}>
              <th scope="row" title={item.title}>
                {item.key}
              </th>
              {shown.map((other, column) => {
                if (row === column) return <td key={other.itemId} aria-label="the same item" />
                const share = drawn.pairs[row]![column]!
                const close = Math.max(share, drawn.pairs[column]![row]!) < SEPARABLE
                return (
                  <td
                    key={other.itemId}
                    className={close ? "close" : undefined}
                    style={{ "--share": share } as CSSProperties}
                    title={`${item.key} above ${other.key} in ${shareText(share)}${close ? ", not separable" : ""}`}
                  >
                    {Math.round(share * 100)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint mt-2">
        Percent of the draws. Framed: not separable, neither stands above the other in 60 %.
      </p>
    </ScrollRegion>
  )
}
