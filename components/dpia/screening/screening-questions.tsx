"use client"
import { Notice } from "@/components/ui/notice"
import { SectionHead } from "@/components/ui/section-head"
import { SCREENING_QUESTIONS } from "@/server/dpia/domain/screening"
import type { ScreeningDetails } from "@/server/dpia/domain/screening-row"
import { AutosaveArea } from "../autosave-area"
import { QUESTION_GROUPS } from "./prepare-screening"
import { QuestionRow } from "./question-row"
import type { ScreeningEdits } from "./use-screening-edits"

type Props = { screening: ScreeningDetails; edits: ScreeningEdits; editable: boolean }

/** What is processed, then every question, one per row. */
export function ScreeningQuestions({ screening, edits, editable }: Props) {
  const { id, description, occasion, version, submittedAt, answers, notes } = screening
  return (
    <>
      {editable && submittedAt ? (
        <Notice state="later">
          <b>Version {version} was handed in.</b> Any change begins version {version + 1}, and what was
          approved becomes outdated at once.
        </Notice>
      ) : null}
      {editable ? (
        <AutosaveArea
          name={`screening ${id} description`}
          label="What is processed"
          hint="Whose data, which data, what for. A few sentences that somebody from outside understands"
          saved={description}
          rows={4}
          maxLength={4000}
          save={(text) => edits.save({ description: text })}
        />
      ) : (
        <>
          <h2>What is processed</h2>
          <p className="answer-text">{description || "Not described yet."}</p>
        </>
      )}
      {version > 1 && editable ? (
        <AutosaveArea
          name={`screening ${id} occasion`}
          label="Why it is screened again"
          hint="For example: a new recipient, another purpose, a longer retention, more people"
          saved={occasion}
          rows={2}
          maxLength={4000}
          optional
          save={(text) => edits.save({ occasion: text })}
        />
      ) : null}
      {version > 1 && !editable && occasion ? <p>Screened again because: {occasion}</p> : null}
      {QUESTION_GROUPS.map(({ id: group, title, note, questions }) => (
        <section key={group} className="question-group" aria-labelledby={`group-${group}`}>
          <SectionHead id={`group-${group}`} title={title} note={note} />
          <ol>
            {questions.map((question) => (
              <QuestionRow
                key={question}
                screeningId={id}
                number={SCREENING_QUESTIONS.indexOf(question) + 1}
                question={question}
                answer={answers[question]}
                note={notes[question] ?? ""}
                onAnswer={
                  editable
                    ? (answer) => void edits.save({ answers: { [question]: answer } }).catch(() => undefined)
                    : undefined
                }
                onNote={(text) => edits.save({ notes: { [question]: text } })}
              />
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}
