import { EVALUATION_STATUS_LABELS, OPINION_LABELS } from "./assessment-fields"
import type { AssessmentDetails } from "./assessment-row"
import type { KnownFact } from "./known-facts"
import { SECTIONS } from "./questions"
import { type Estimate, LEVEL_LABELS, RISK_WEIGHT_LABELS, riskWeight } from "./risk"

type Screened = { version: number; verdict: string; decision: string } | null

const levels = (estimate: Estimate) => ({
  ...estimate,
  words: `severity ${LEVEL_LABELS[estimate.severity].toLowerCase()}, likelihood ${LEVEL_LABELS[estimate.likelihood].toLowerCase()}`,
  weight: RISK_WEIGHT_LABELS[riskWeight(estimate)],
})

function sectionsOf({ answers }: AssessmentDetails) {
  const byQuestion = new Map(answers.map((answer) => [answer.questionId, answer]))
  return SECTIONS.flatMap(({ parts }) =>
    parts.flatMap((part) =>
      part.questions.map(({ id, title }) => {
        const answer = byQuestion.get(id)
        return {
          question: id,
          part: part.id,
          title,
          text: answer?.text ?? "",
          gauge: answer?.gauge ?? 0,
          list: (answer?.list ?? []).map((entry) => entry.text),
        }
      }),
    ),
  )
}

function opinionsOf({ advice, people }: AssessmentDetails) {
  return {
    advice: {
      names: advice.names,
      opinion: advice.opinion,
      status: advice.status === null ? null : OPINION_LABELS[advice.status],
      by: advice.by?.name ?? null,
      at: advice.at,
      overruled: advice.overruled
        ? { reason: advice.overruled.reason, by: advice.overruled.by?.name ?? null, at: advice.overruled.at }
        : null,
    },
    people: { ...people, status: people.status === null ? null : OPINION_LABELS[people.status] },
  }
}

/**
 * Everything that is signed: what was written, the levels of the risks, and the facts it rests on. The texts of questions
 * are in it, so that the signed text can be read without the program. Comments and the consultation are not.
 */
export function signedContent(
  details: AssessmentDetails,
  version: number,
  screening: Screened,
  known: readonly KnownFact[] | null,
) {
  const { key, name, category, product, item, reviewOn, adjustments } = details
  return {
    format: "plumbline/assessment/2",
    key,
    name,
    category,
    version,
    reviewOn,
    adjustments,
    subject: {
      product: { id: product.id, name: product.name },
      item: item && { key: item.key, title: item.title },
    },
    author: details.author.name,
    facts: details.facts,
    known: known?.map(({ what, value }) => ({ what, value })) ?? null,
    screening,
    answers: sectionsOf(details),
    measures: details.measures.map(({ number, title, content, kind }) => ({ number, title, content, kind })),
    risks: details.risks.map((risk) => ({
      ...{
        id: risk.id,
        title: risk.title,
        impacts: risk.impacts,
        threats: risk.threats,
        sources: risk.sources,
      },
      measures: risk.measures.map(({ text }) => text),
      severityText: risk.severityText,
      likelihoodText: risk.likelihoodText,
      inherent: levels(risk.inherent),
      estimate: levels(risk.estimate),
      residual: levels(risk.residual),
    })),
    evaluations: details.evaluations.map(
      ({ reference, status, comment, plan, personInCharge, dueOn, by }) => ({
        reference,
        status: EVALUATION_STATUS_LABELS[status],
        comment,
        plan,
        personInCharge,
        dueOn,
        by: by?.name ?? null,
      }),
    ),
    actionPlan: details.actions.map(({ reference, item: { key, title, owner, dueOn } }) => ({
      reference,
      key,
      title,
      dueOn,
      owner: owner?.name ?? null,
    })),
    ...opinionsOf(details),
    consultationNeeded: details.consultation.needed,
  }
}
export type SignedContent = ReturnType<typeof signedContent>
