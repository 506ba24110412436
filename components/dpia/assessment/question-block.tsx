"use client"
import { type ReactNode, useId } from "react"
import { useAddress } from "@/components/shell/use-address"
import { Button } from "@/components/ui/button"
import { questionReference } from "@/server/dpia/domain/content"
import type { Part, Question } from "@/server/dpia/domain/questions"
import { EvaluationBox } from "./evaluation-box"
import { TextAnswer } from "./text-answer"
import { useAssessment } from "./use-assessment"

type FrameProps = {
  question: Question
  /** What is answered; its guidance stands under the id that is given. */
  children: (helpId: string) => ReactNode
}

/** The words and the guidance of a question, above its answer, and the way to what was said about it. */
export function QuestionFrame({ question, children }: FrameProps) {
  const id = useId()
  const helpId = `${id}-help`
  return (
    <section className="question" aria-labelledby={id}>
      <div className="question-head">
        <h3 id={id}>{question.title}</h3>
        <TalkButton questionId={question.id} />
      </div>
      <p className="hint" id={helpId}>
        {question.help}
      </p>
      {children(helpId)}
    </section>
  )
}

/** A question that is answered in words, with its judgement. */
export function QuestionBlock({ part, question }: { part: Part; question: Question }) {
  const { assessment } = useAssessment()
  return (
    <QuestionFrame question={question}>
      {(helpId) => (
        <>
          <TextAnswer
            key={`${assessment.id} ${question.id}`}
            questionId={question.id}
            label={question.title}
            describedBy={helpId}
          />
          {part.mode === "question" ? (
            <EvaluationBox reference={questionReference(part.id, question.id)} title={question.title} />
          ) : null}
        </>
      )}
    </QuestionFrame>
  )
}

/** Opens what was said about a question, at the side. */
function TalkButton({ questionId }: { questionId: number }) {
  const { assessment } = useAssessment()
  const { params, set } = useAddress()
  const count = assessment.comments.filter((comment) => comment.questionId === questionId).length
  const open = params.get("talk") === String(questionId)
  const words = count === 0 ? "Comment" : count === 1 ? "1 comment" : `${count} comments`
  return (
    <Button
      size="small"
      variant="quiet"
      aria-pressed={open}
      onClick={() => set("talk", open ? null : String(questionId))}
    >
      {words}
    </Button>
  )
}
