import { addMeasures } from "@/server/dpia/add-measures"
import { FEARED_EVENTS, type RiskField, riskQuestionId } from "@/server/dpia/domain/questions"
import { getAssessment } from "@/server/dpia/get-assessment"
import { updateAnswer } from "@/server/dpia/update-answer"
import { updateRisk } from "@/server/dpia/update-risk"
import type { Ctx } from "@/server/kernel/context"

type Step = 1 | 2 | 3 | 4

/** A feared event in words; severity and likelihood with the reason, and both before any measure. */
export type DemoRisk = {
  impacts: string[]
  threats: string[]
  sources: string[]
  measures: string[]
  severity: [Step, string]
  likelihood: [Step, string]
  inherent: [Step, Step]
}

type Answer = { text?: string; gauge?: Step; list?: { text: string; measureId?: string | null }[] }

/** Answers a question whatever its version is: the first texts come from the product. */
export async function answer(author: Ctx, key: string, questionId: number, changes: Answer): Promise<void> {
  const { id, answers } = await getAssessment(author, { key })
  const version = answers.find((one) => one.questionId === questionId)?.version ?? 0
  await updateAnswer(author, { id, questionId, version, changes })
}

/** The risks in the order of the parts 3.2, 3.3 and 3.4. */
export async function describeRisks(author: Ctx, key: string, risks: readonly DemoRisk[]): Promise<void> {
  const { id, measures } = await getAssessment(author, { key })
  const entries = (texts: string[]) => texts.map((text) => ({ text }))
  for (const [index, event] of FEARED_EVENTS.entries()) {
    const risk = risks[index]
    if (!risk) continue
    const say = (field: RiskField, changes: Answer) =>
      answer(author, key, riskQuestionId(event, field), changes)
    await say("impacts", { list: entries(risk.impacts) })
    await say("threats", { list: entries(risk.threats) })
    await say("sources", { list: entries(risk.sources) })
    const named = risk.measures.map((text) => ({
      text,
      measureId: measures.find(({ title }) => title === text)?.id ?? null,
    }))
    await say("measures", { list: named })
    await say("severity", { gauge: risk.severity[0], text: risk.severity[1] })
    await say("likelihood", { gauge: risk.likelihood[0], text: risk.likelihood[1] })
    const [severity, likelihood] = risk.inherent
    const changes = { inherent: { severity, likelihood } }
    await updateRisk(author, { id, riskId: `3.${index + 2}`, version: 0, changes })
  }
}

/** Every text by its question, the measures of the library by their keys, then the risks. */
export async function writeAssessment(
  author: Ctx,
  key: string,
  written: { texts: Record<number, string>; measures: string[]; risks: readonly DemoRisk[] },
): Promise<void> {
  for (const [questionId, text] of Object.entries(written.texts))
    await answer(author, key, Number(questionId), { text })
  const { id } = await getAssessment(author, { key })
  await addMeasures(author, { id, fromLibrary: written.measures })
  await describeRisks(author, key, written.risks)
}
