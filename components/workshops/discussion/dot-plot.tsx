import { classNames } from "@/components/ui/class-names"
import { initials } from "@/components/ui/prepare-initials"
import { type Plot, plotWords } from "./prepare-dot-plot"

/** People shown one above the other at one value; the rest is a number. */
const STACK = 4

type Props = { name: string; plot: Plot; split?: boolean; quiet?: boolean }

/** Who gave what on one criterion: initials at their place on the scale, the median as a line. */
export function DotPlot({ name, plot, split, quiet }: Props) {
  const tallest = Math.max(1, ...plot.places.map(({ people }) => Math.min(people.length, STACK)))
  return (
    <div
      className={classNames("dot-plot", split && "split", quiet && "quiet")}
      role="img"
      aria-label={`${name}: ${plotWords(plot)}`}
    >
      <div className="dots" style={{ height: `${tallest * 1.5}rem` }}>
        {plot.median === null ? null : <i className="median" style={{ left: `${plot.median}%` }} />}
        {plot.places.map(({ value, left, people }) => (
          <span key={value} className="at" style={{ left: `${left}%` }}>
            {people.length > STACK ? <b>+{people.length - STACK + 1}</b> : null}
            {people.slice(0, people.length > STACK ? STACK - 1 : STACK).map((person) => (
              <span key={person} className="person small" title={person}>
                {initials(person)}
              </span>
            ))}
          </span>
        ))}
      </div>
      <div className="axis">
        {plot.ticks.map(({ value, label, left }) => (
          <span key={value} style={{ left: `${left}%` }}>
            {label}
          </span>
        ))}
      </div>
    </div>
  )
}
