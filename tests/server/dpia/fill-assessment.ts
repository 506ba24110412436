import { addMeasures } from "@/server/dpia/add-measures"
import { createAssessment } from "@/server/dpia/create-assessment"
import { PARTS, QUESTIONS } from "@/server/dpia/domain/questions"
import { evaluateParts } from "@/server/dpia/evaluate-parts"
import { getAssessment } from "@/server/dpia/get-assessment"
import { giveAdvice } from "@/server/dpia/give-advice"
import { recordViews } from "@/server/dpia/record-views"
import { updateAnswer } from "@/server/dpia/update-answer"
import type { Ctx } from "@/server/kernel/context"

/** Answers all 36 questions and adds two measures; every risk is severity 2, likelihood 2. */
export async function answerAll(author: Ctx, key: string) {
  const { id, answers } = await getAssessment(author, { key })
  const { measureIds } = await addMeasures(author, { id, fromLibrary: ["backup", "role-access"] })
  const versions = new Map(answers.map(({ questionId, version }) => [questionId, version]))
  for (const { id: questionId, kind } of QUESTIONS) {
    const list = [{ text: "Backups that were restored", measureId: measureIds[0]! }]
    const named = questionId % 10 === 4 && questionId > 320 ? list : [{ text: "An entry" }]
    const changes = {
      ...(kind !== "list" && { text: `Answer to ${questionId}` }),
      ...(kind === "gauge" && { gauge: 2 as const }),
      ...(kind === "list" && { list: named }),
    }
    await updateAnswer(author, { id, questionId, version: versions.get(questionId) ?? 0, changes })
  }
  return { id, measureIds }
}

/** Judges everything as acceptable. */
export async function acceptAll(evaluator: Ctx, key: string) {
  const { id, measures, evaluations } = await getAssessment(evaluator, { key })
  const references = PARTS.flatMap((part) => {
    if (part.mode === "measure") return measures.map((measure) => `3.1.${measure.id}`)
    return part.mode === "question"
      ? part.questions.map((question) => `${part.id}.${question.id}`)
      : [part.id]
  })
  const version = (reference: string) => evaluations.find((one) => one.reference === reference)?.version ?? 0
  return evaluateParts(evaluator, {
    id,
    evaluations: references.map((reference) => ({
      reference,
      status: 3 as const,
      version: version(reference),
    })),
  })
}

/** An assessment that can be handed in: written by one, judged by another, advised on by the officer. */
export async function readyAssessment(
  people: { author: Ctx; evaluator: Ctx; officer: Ctx },
  productId: string,
) {
  const { author, evaluator, officer } = people
  const { id, key } = await createAssessment(author, { productId })
  const { measureIds } = await answerAll(author, key)
  const { assessment } = await acceptAll(evaluator, key)
  const views = { sought: false as const, reason: "The works council was heard instead" }
  const viewed = await recordViews(author, { id, lock: assessment.lock, people: views })
  const advice = { names: "Sofia Lindqvist", opinion: "Go on", status: 1 as const }
  const { lock } = await giveAdvice(officer, { id, lock: viewed.lock, ...advice })
  return { id, key, lock, measureIds }
}
