import { Markdown } from "@/components/ui/markdown"
import { EVALUATION_STATUS_LABELS } from "@/server/dpia/domain/assessment-fields"
import type { AssessmentDetails } from "@/server/dpia/domain/assessment-row"
import { measureReference, questionReference } from "@/server/dpia/domain/content"
import { MEASURE_KIND_LABELS } from "@/server/dpia/domain/measure-library"
import type { Part, Question } from "@/server/dpia/domain/questions"
import { LEVEL_LABELS } from "@/server/dpia/domain/risk"
import { estimateWords } from "../assessment/prepare-risks"

type Props = { part: Part; assessment: AssessmentDetails }

/** One part of the method on paper: questions, answers and judgements. */
export function PrintPart({ part, assessment }: Props) {
  return (
    <section>
      <h3>
        {part.id} {part.title}
      </h3>
      {part.mode === "measure" ? <Measures assessment={assessment} /> : null}
      {part.questions.map((question) => (
        <div key={question.id} className="paper-question">
          <h4>{question.title}</h4>
          <Answer question={question} assessment={assessment} />
          {part.mode === "question" ? (
            <Judgement reference={questionReference(part.id, question.id)} assessment={assessment} />
          ) : null}
        </div>
      ))}
      {part.mode === "item" ? <Judgement reference={part.id} assessment={assessment} /> : null}
    </section>
  )
}

function Answer({ question, assessment }: { question: Question; assessment: AssessmentDetails }) {
  const answer = assessment.answers.find(({ questionId }) => questionId === question.id)
  if (!answer) return <p className="muted">Not answered.</p>
  return (
    <>
      {question.kind === "gauge" ? (
        <p>
          <b>{LEVEL_LABELS[answer.gauge]}</b>
        </p>
      ) : null}
      {question.kind === "list" ? (
        <ul className="entries">
          {answer.list.map(({ text, measureId }) => (
            <li key={measureId ?? text}>{text}</li>
          ))}
        </ul>
      ) : null}
      {answer.text ? <Markdown text={answer.text} /> : null}
    </>
  )
}

function Measures({ assessment }: { assessment: AssessmentDetails }) {
  if (assessment.measures.length === 0) return <p className="muted">No measure is described.</p>
  return assessment.measures.map(({ id, number, title, content, kind }) => (
    <div key={id} className="paper-question">
      <h4>
        M{number} {title}
        {kind ? <span className="hint"> {MEASURE_KIND_LABELS[kind]}</span> : null}
      </h4>
      <Markdown text={content} />
      <Judgement reference={measureReference(id)} assessment={assessment} />
    </div>
  ))
}

function Judgement({ reference, assessment }: { reference: string; assessment: AssessmentDetails }) {
  const found = assessment.evaluations.find((one) => one.reference === reference)
  if (!found || found.status === 0) return <p className="hint">Not judged.</p>
  const again = found.residual.severity + found.residual.likelihood > 0
  return (
    <p className="hint">
      Judged: {EVALUATION_STATUS_LABELS[found.status].toLowerCase()}
      {found.by ? `, ${found.by.name}` : ""}. {found.comment} {found.plan}
      {again ? ` With the action plan: ${estimateWords(found.residual)}.` : ""}
    </p>
  )
}
