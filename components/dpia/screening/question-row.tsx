"use client"
import { Icon } from "@/components/ui/icon"
import { ANSWERS, type Answer, type ScreeningQuestion } from "@/server/dpia/domain/screening"
import { SCREENING_GUIDE } from "@/server/dpia/domain/screening-guide"
import { AutosaveArea } from "../autosave-area"

const WORDS: Record<Answer, string> = { yes: "Yes", no: "No" }

type Props = {
  screeningId: string
  number: number
  question: ScreeningQuestion
  answer: Answer | undefined
  note: string
  /** Absent: it can be read only. */
  onAnswer?: (answer: Answer) => void
  onNote: (note: string) => Promise<void>
}

/** One question with what counts and an example; arrow keys choose, as in every group of choices. */
export function QuestionRow({ screeningId, number, question, answer, note, onAnswer, onNote }: Props) {
  const guide = SCREENING_GUIDE[question]
  const hint = `hint-${question}`
  return (
    <li className="screening-question">
      <fieldset aria-describedby={hint}>
        <legend>
          <span className="tag">{number}</span> {guide.question}
        </legend>
        {onAnswer ? (
          <span className="yes-no">
            {ANSWERS.map((value) => (
              <label key={value}>
                <input
                  type="radio"
                  name={`answer-${question}`}
                  value={value}
                  checked={answer === value}
                  onChange={() => onAnswer(value)}
                />
                {WORDS[value]}
              </label>
            ))}
          </span>
        ) : (
          <b className="yes-no">{answer ? WORDS[answer] : "Not answered"}</b>
        )}
        <details>
          <summary id={hint}>
            What counts{note ? <span className="tag"> with a remark</span> : null}{" "}
            <span className="tag">{guide.source}</span>
          </summary>
          <p>{guide.guidance}</p>
          <p className="muted">
            <Icon name="check" /> For example: {guide.example}
          </p>
          {onAnswer ? (
            <AutosaveArea
              name={`screening ${screeningId} ${question}`}
              label="Remark"
              hint="Why yes, why no, or which entry of the list"
              saved={note}
              rows={2}
              maxLength={4000}
              optional
              save={onNote}
            />
          ) : note ? (
            <p>Remark: {note}</p>
          ) : null}
        </details>
      </fieldset>
    </li>
  )
}
