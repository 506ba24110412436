"use client"
import { useMutation } from "@tanstack/react-query"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { notify } from "@/components/ui/toast"
import {
  FEARED_EVENT_FACTS,
  type FearedEvent,
  findQuestion,
  riskQuestionId,
} from "@/server/dpia/domain/questions"
import { type Estimate, NOT_ESTIMATED } from "@/server/dpia/domain/risk"
import { EvaluationBox } from "./evaluation-box"
import { LevelChoice } from "./level-choice"
import { ListAnswer } from "./list-answer"
import { MeasurePicker } from "./measure-picker"
import { QuestionFrame } from "./question-block"
import { TextAnswer } from "./text-answer"
import { useAnswer } from "./use-answer"
import { useAssessment } from "./use-assessment"

/** One of the three feared events: what it would do, how it comes about, how severe and how likely it is. */
export function RiskPart({ event }: { event: FearedEvent }) {
  const { part, title } = FEARED_EVENT_FACTS[event]
  const at = (field: Parameters<typeof riskQuestionId>[1]) => riskQuestionId(event, field)
  return (
    <>
      <ListQuestion questionId={at("impacts")} />
      <ListQuestion questionId={at("threats")} />
      <ListQuestion questionId={at("sources")} />
      <InherentLevels event={event} />
      <ListQuestion questionId={at("measures")} />
      <GaugeQuestion questionId={at("severity")} scale="severity" />
      <GaugeQuestion questionId={at("likelihood")} scale="likelihood" />
      <EvaluationBox reference={part} title={title} />
    </>
  )
}

function ListQuestion({ questionId }: { questionId: number }) {
  const { mayEdit } = useAssessment()
  const { answer, choose } = useAnswer(questionId)
  const question = findQuestion(questionId)
  if (!question) return null
  const ofMeasures = questionId % 10 === 4
  return (
    <QuestionFrame question={question}>
      {(helpId) =>
        ofMeasures ? (
          <MeasurePicker
            label={question.title}
            chosen={answer.list}
            onChange={mayEdit.ok ? (list) => void choose({ list }) : undefined}
          />
        ) : (
          <ListAnswer
            label={question.title}
            describedBy={helpId}
            entries={answer.list.map(({ text }) => text)}
            onChange={
              mayEdit.ok
                ? (texts) => void choose({ list: texts.map((text) => ({ text, measureId: null })) })
                : undefined
            }
          />
        )
      }
    </QuestionFrame>
  )
}

type GaugeProps = { questionId: number; scale: "severity" | "likelihood" }

function GaugeQuestion({ questionId, scale }: GaugeProps) {
  const { mayEdit } = useAssessment()
  const { answer, choose } = useAnswer(questionId)
  const question = findQuestion(questionId)
  if (!question) return null
  return (
    <QuestionFrame question={question}>
      {(helpId) => (
        <>
          <LevelChoice
            legend={scale === "severity" ? "Severity" : "Likelihood"}
            scale={scale}
            value={answer.gauge}
            onChange={mayEdit.ok ? (gauge) => void choose({ gauge }) : undefined}
          />
          <TextAnswer
            questionId={questionId}
            label={`Why: ${question.title}`}
            describedBy={helpId}
            rows={3}
          />
        </>
      )}
    </QuestionFrame>
  )
}

/** The level before any measure: ours alone, the exchange format has no place for it. */
function InherentLevels({ event }: { event: FearedEvent }) {
  const trpc = useTRPC()
  const { assessment, mayEdit, refresh } = useAssessment()
  const { part } = FEARED_EVENT_FACTS[event]
  const risk = assessment.risks.find(({ id }) => id === part)
  const update = useMutation(
    trpc.dpia.updateRisk.mutationOptions({
      onSettled: () => refresh(),
      onError: (error) => notify.error(errorMessage(error)),
    }),
  )
  const inherent = risk?.inherent ?? NOT_ESTIMATED
  const change = (changes: Partial<Estimate>) =>
    update.mutate({
      id: assessment.id,
      riskId: part,
      version: risk?.version ?? 0,
      changes: { inherent: { ...inherent, ...changes } },
    })
  return (
    <details className="question" open={inherent.severity > 0}>
      <summary>
        <h3>How would it be without any measure?</h3>
      </summary>
      <p className="hint">
        It shows on the map what the measures achieve. It is not part of the CNIL's format.
      </p>
      <div className="pair">
        <LevelChoice
          legend="Severity before measures"
          scale="severity"
          value={inherent.severity}
          onChange={mayEdit.ok ? (severity) => change({ severity }) : undefined}
        />
        <LevelChoice
          legend="Likelihood before measures"
          scale="likelihood"
          value={inherent.likelihood}
          onChange={mayEdit.ok ? (likelihood) => change({ likelihood }) : undefined}
        />
      </div>
    </details>
  )
}
