import type { CSSProperties } from "react"
import { shareText } from "@/server/scoring/domain/robustness"

/** A share as a bar with its figure; the figure alone says all. */
export function ShareBar({ share, title }: { share: number; title?: string }) {
  return (
    <span className="share-bar" title={title}>
      <span className="track" aria-hidden>
        <span style={{ "--share": share } as CSSProperties} />
      </span>
      <span className="num">{shareText(share)}</span>
    </span>
  )
}
