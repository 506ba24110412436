"use client"
import { useId } from "react"
import { useAddress } from "@/components/shell/use-address"
import { Button } from "@/components/ui/button"
import { questionReference } from "@/server/dpia/domain/content"
import type { Part, Question } from "@/server/dpia/domain/questions"
import { EvaluationBox } from "./evaluation-box"
import { TextAnswer } from "./text-answer"
import { useAssessment } from "./use-assessment"

/** One question: its words, guidance, answer, judgement, and the way to what was said about it. */
export function QuestionBlock({ part, question }: { part: Part; question: Question }) {
  const { assessment } = useAssessment()
  const id = useId()
  return (
    <section className="question" aria-labelledby={id}>
      <div className="question-head">
        <h3 id={id}>{question.title}</h3>
        <TalkButton questionId={question.id} />
      </div>
      <p className="hint" id={`${id}-help`}>
        {question.help}
      </p>
      <TextAnswer
        key={`${assessment.id} ${question.id}`}
        questionId={question.id}
        label={question.title}
        describedBy={`${id}-help`}
      />
      {part.mode === "question" ? (
        <EvaluationBox reference={questionReference(part.id, question.id)} title={question.title} />
      ) : null}
    </section>
  )
}

/** Opens what was said about a question, at the side. */
export function TalkButton({ questionId }: { questionId: number }) {
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
