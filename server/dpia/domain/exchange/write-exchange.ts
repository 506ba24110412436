import type { JsonValue } from "@/server/kernel/domain/plain-json"
import type { Kept } from "../assessment-fields"
import type {
  AnswerContent,
  AssessmentContent,
  CommentContent,
  EvaluationContent,
  MeasureContent,
} from "../content"
import { findQuestion } from "../questions"
import { markdownToHtml } from "../rich-text/markdown-to-html"
import { gaugesOf } from "../risk"
import {
  defined,
  isObject,
  type Raw,
  readBoolean,
  readDay,
  readInstant,
  readInteger,
  readLevel,
  readMarkdown,
  readOpinion,
  readText,
  readTexts,
  written,
} from "./exchange-values"
import { gaugesIn, readStatus } from "./read-evaluations"
import { EXCHANGE_LISTS } from "./read-list"

/** What the program itself says about an assessment, where the file it came from does not speak for it. */
export type ExchangeFacts = {
  number: number
  /** 0 in progress, 1 refused, 3 validated with signature, 4 archived. */
  status: number
  progress: number
  createdAt: string
  updatedAt: string
  lock: number
  /** True as long as nothing was changed since it was imported: then all of this stays as it came. */
  untouched: boolean
}

const html = (markdown: string) => (markdown === "" ? null : markdownToHtml(markdown))
const same = <T>(value: T) => value

function piaOf(content: AssessmentContent, kept: Kept | null, facts: ExchangeFacts): Kept {
  const text = (key: string, value: string) => written(kept, key, value, readText, same)
  const rich = (key: string, value: string) => written(kept, key, value, readMarkdown, html)
  const { advice, people } = content
  const derived = {
    status: facts.status,
    progress: facts.progress,
    is_archive: facts.status === 4,
    updated_at: facts.updatedAt,
    lock_version: facts.lock,
  }
  const first = { id: facts.number, is_example: 0, created_at: facts.createdAt }
  return defined({
    ...first,
    ...(kept && facts.untouched ? { ...derived, ...kept } : { ...kept, ...derived }),
    name: text("name", content.name),
    category: text("category", content.category),
    author_name: text("author_name", content.authorName),
    evaluator_name: text("evaluator_name", content.evaluatorName),
    validator_name: text("validator_name", content.validatorName),
    dpos_names: text("dpos_names", advice.names),
    dpo_opinion: rich("dpo_opinion", advice.opinion),
    dpo_status: written(kept, "dpo_status", advice.status, readOpinion, same),
    people_names: text("people_names", people.names),
    concerned_people_opinion: rich("concerned_people_opinion", people.opinion),
    concerned_people_status: written(kept, "concerned_people_status", people.status, readOpinion, same),
    concerned_people_searched_opinion: written(
      ...([kept, "concerned_people_searched_opinion", people.sought, readBoolean, same] as const),
    ),
    concerned_people_searched_content: rich("concerned_people_searched_content", people.reason),
    rejection_reason: rich("rejection_reason", content.rejectionReason),
    applied_adjustments: rich("applied_adjustments", content.adjustments),
  })
}

function answerOf({ questionId, text, gauge, list, kept }: AnswerContent, piaId: Raw): Kept {
  const data = isObject(kept?.data) ? kept.data : kept ? {} : null
  const texts = list.map((entry) => entry.text)
  const isGauge = findQuestion(questionId)?.kind === "gauge"
  const held = defined({
    ...data,
    text: written(data, "text", text, readMarkdown, html),
    gauge: written(data, "gauge", gauge, readLevel, (level) => (isGauge ? level : null)),
    list: written(data, "list", texts, readTexts, same),
  })
  const asItCame = kept !== null && !isObject(kept.data) && Object.keys(held).length === 0
  return defined({
    ...(kept ?? { id: questionId, pia_id: piaId }),
    reference_to: written(kept, "reference_to", questionId, readInteger, same),
    data: asItCame ? kept.data : held,
  })
}

function measureOf({ number, title, content, kept }: MeasureContent, piaId: Raw): Kept {
  return defined({
    ...(kept ?? { pia_id: piaId, placeholder: "" }),
    id: written(kept, "id", number, (raw) => readInteger(raw) ?? 0, same),
    title: written(kept, "title", title, readText, same),
    content: written(kept, "content", content, readMarkdown, (text) => html(text) ?? ""),
  })
}

function evaluationOf(one: EvaluationContent, reference: string, id: number, piaId: Raw): Kept {
  const { kept } = one
  const rich = (key: string, value: string) => written(kept, key, value, readMarkdown, html)
  return defined({
    ...(kept ?? { id, pia_id: piaId, global_status: one.status === 0 ? 0 : 2 }),
    reference_to: written(kept, "reference_to", reference, readText, same),
    status: written(kept, "status", one.status, readStatus, same),
    evaluation_comment: rich("evaluation_comment", one.comment),
    action_plan_comment: rich("action_plan_comment", one.plan),
    evaluation_date: written(kept, "evaluation_date", one.evaluatedAt, readInstant, same),
    gauges: written(kept, "gauges", one.residual, gaugesIn, gaugesOf),
    estimated_implementation_date: written(kept, "estimated_implementation_date", one.dueOn, readDay, same),
    person_in_charge: written(kept, "person_in_charge", one.personInCharge, readText, same),
  })
}

/** A comment never changes, so one that came with a file goes back as it came. */
function commentOf(
  one: CommentContent,
  numberOf: (measureId: string) => number,
  id: number,
  piaId: Raw,
): Kept {
  if (one.kept) return one.kept
  return {
    id,
    pia_id: piaId ?? null,
    description: html(one.text),
    reference_to: one.measureId === null ? one.questionId : numberOf(one.measureId),
    for_measure: one.measureId !== null,
    created_at: one.createdAt,
  }
}

const inOrder = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true })

/**
 * The document of the CNIL's exchange format: what a file brought along goes back as it came unless it was changed here,
 * with the entries that could not be used at the end of each list.
 */
export function writeExchange(content: AssessmentContent, facts: ExchangeFacts): Kept {
  const remains = content.kept
  const kept = isObject(remains?.pia) ? remains.pia : null
  const left = isObject(remains?.left) ? remains.left : {}
  const extra = isObject(remains?.extra) ? remains.extra : {}
  const pia = piaOf(content, kept, facts)
  const measures = [...content.measures].sort((a, b) => a.number - b.number)
  const numbers = new Map(measures.map(({ id, number }) => [id, number]))
  const numberOf = (measureId: string) => numbers.get(measureId) ?? 0
  const outward = (reference: string) =>
    /^3\.1\.[0-9a-f-]{36}$/.test(reference) ? `3.1.${numberOf(reference.slice(4))}` : reference
  const evaluations = content.evaluations
    .map((one) => ({ one, reference: outward(one.reference) }))
    .sort((a, b) => inOrder(a.reference, b.reference))
  const lists = {
    answers: [...content.answers]
      .sort((a, b) => a.questionId - b.questionId)
      .map((one) => answerOf(one, pia.id)),
    measures: measures.map((one) => measureOf(one, pia.id)),
    evaluations: evaluations.map(({ one, reference }, index) =>
      evaluationOf(one, reference, index + 1, pia.id),
    ),
    comments: content.comments.map((one, index) => commentOf(one, numberOf, index + 1, pia.id)),
  }
  const whole = EXCHANGE_LISTS.map((list) => {
    const rest = left[list]
    const entries: JsonValue[] = [...lists[list], ...(Array.isArray(rest) ? rest : [])]
    // What stood in the place of a list goes back as it came, as long as nothing of ours would be lost with it.
    const instead = extra[list]
    return [list, entries.length === 0 && instead !== undefined ? instead : entries] as const
  })
  return { ...extra, pia, ...Object.fromEntries(whole) }
}
