"use client"
import dynamic from "next/dynamic"
import { useState } from "react"
import { conflictWith } from "@/components/api/errors"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { RelativeTime } from "@/components/ui/relative-time"
import { TextArea } from "@/components/ui/text-area"
import type { AnswerRow } from "@/server/dpia/domain/assessment-row"
import { SaveNote } from "../save-note"
import { useAutosave } from "../use-autosave"
import { AnswerClash } from "./answer-clash"
import { useAnswer } from "./use-answer"
import { useAssessment } from "./use-assessment"

const Markdown = dynamic(() => import("@/components/ui/markdown").then((module) => module.Markdown))

type Props = { questionId: number; label: string; describedBy?: string; rows?: number }

/** The text of an answer: written as Markdown where it stands, saved by itself. */
export function TextAnswer({ questionId, label, describedBy, rows = 6 }: Props) {
  const { now } = useWorkspace()
  const { assessment, mayEdit, refresh } = useAssessment()
  const { answer, save } = useAnswer(questionId)
  const [preview, setPreview] = useState(false)
  const field = useAutosave({
    name: `${assessment.key} ${questionId}`,
    saved: answer.text,
    version: answer.version,
    save: (text, base) => save({ text }, base),
  })
  const theirs = field.state === "failed" ? conflictWith<AnswerRow>(field.error) : undefined
  const written = answer.by && answer.at && (
    <span className="hint">
      {answer.by.name}, <RelativeTime iso={answer.at} now={now} past />
    </span>
  )
  if (!mayEdit.ok) {
    return (
      <div className="answer">
        {answer.text ? <Markdown text={answer.text} /> : <p className="muted">Not answered.</p>}
        {answer.text ? written : null}
      </div>
    )
  }
  return (
    <div className="answer">
      {theirs ? (
        <AnswerClash
          theirs={theirs}
          onTheirs={() => {
            field.discard()
            void refresh()
          }}
          onMine={() => {
            field.rebase(theirs.version)
            void field.flush()
          }}
          onBoth={() => {
            field.rebase(theirs.version)
            field.change(`${field.text}\n\n${theirs.text}`)
          }}
        />
      ) : null}
      {preview ? (
        <div className="preview">
          <Markdown text={field.text || "Nothing written yet."} />
        </div>
      ) : (
        <TextArea
          rows={rows}
          aria-label={label}
          aria-describedby={describedBy}
          value={field.text}
          maxLength={200_000}
          onChange={(event) => field.change(event.target.value)}
          onBlur={() => void field.flush()}
        />
      )}
      <div className="answer-foot">
        {theirs ? null : <SaveNote state={field.state} error={field.error} />}
        {field.state === "idle" ? written : null}
        <Button size="small" variant="quiet" className="ml-auto" onClick={() => setPreview(!preview)}>
          {preview ? "Write" : "Preview"}
        </Button>
      </div>
    </div>
  )
}
