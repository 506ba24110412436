import { Icon } from "@/components/ui/icon"
import type { Criterion } from "@/server/scoring/domain/criterion"
import { DOTS_WIDTH, dotsLabel, prepareDots } from "./prepare-dots"

type Props = {
  criterion: Criterion
  values: readonly { value: number; count: number }[]
  /** Names of the criteria on which people are split; the mark says it in a word as well. */
  split?: readonly string[]
}

/** What people gave on one criterion: a dot per value, a line from the lowest to the highest. */
export function ScorerDots({ criterion, values, split = [] }: Props) {
  const dots = prepareDots(criterion, values)
  const [first, last] = [dots[0], dots.at(-1)]
  return (
    <span className="scorer-dots">
      <svg
        className={split.length > 0 ? "split-dots" : undefined}
        viewBox={`0 0 ${DOTS_WIDTH} 16`}
        role="img"
        aria-label={dotsLabel(criterion, values)}
      >
        {first && last && first !== last ? <path d={`M${first.x} 8H${last.x}`} /> : null}
        {dots.map(({ value, x, r }) => (
          <circle key={value} cx={x} cy="8" r={r} />
        ))}
      </svg>
      {split.length > 0 ? (
        <span className="st warning" title={`Split on ${split.join(", ").toLowerCase()}`}>
          <Icon name="warning" />
          split
        </span>
      ) : null}
    </span>
  )
}
