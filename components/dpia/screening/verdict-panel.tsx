import { Icon } from "@/components/ui/icon"
import { ProgressBar } from "@/components/ui/progress-bar"
import type { ScreeningAnswers } from "@/server/dpia/domain/screening"
import { VERDICT_LOOKS } from "../prepare-states"
import { liveVerdict } from "./prepare-screening"

/** The verdict of the answers given so far, with the rule that leads to it. */
export function VerdictPanel({ answers }: { answers: ScreeningAnswers }) {
  const { verdict, words, reason, answered, total, open } = liveVerdict(answers)
  const look = verdict ? VERDICT_LOOKS[verdict] : "unknown"
  return (
    <section className="verdict" aria-labelledby="verdict">
      <h2 id="verdict">Verdict</h2>
      <output>
        <span className={`verdict-word ${look}`}>
          <Icon name={look} /> {words}
        </span>
        <span className="muted">{reason}</span>
      </output>
      {open > 0 ? (
        <ProgressBar
          label="Questions answered"
          value={answered}
          max={total}
          words={`${answered} of ${total} answered`}
        />
      ) : null}
    </section>
  )
}
