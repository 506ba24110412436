import type { CSSProperties } from "react"
import type { GradeState } from "@/server/strategy/domain/grade"
import { percentWords } from "./prepare-strategy"

type Props = {
  /** 0 at the baseline, 1 at the target; null without a measurement. */
  progress: number | null
  /** What the straight line expects today; absent where there is none. */
  expected?: number
  state: GradeState
}

/** Progress on a line, with a mark where time would have it. */
export function Meter({ progress, expected, state }: Props) {
  const words =
    progress === null
      ? "Not measured yet"
      : `${percentWords(progress)} of the way${expected === undefined ? "" : `, ${percentWords(expected)} expected today`}`
  const style = {
    "--done": Math.min(1, Math.max(0, progress ?? 0)),
    "--expected": expected ?? 0,
  } as CSSProperties
  return (
    <span className={`meter ${state}`} role="img" aria-label={words} title={words} style={style}>
      <span className="done" />
      {expected === undefined ? null : <span className="mark" />}
    </span>
  )
}
