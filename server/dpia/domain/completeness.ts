import { no, type Verdict, yes } from "@/server/kernel/domain/verdict"
import type {
  AdviceContent,
  AnswerContent,
  AssessmentContent,
  EvaluationContent,
  MeasureContent,
  PeopleContent,
} from "./content"
import { measureReference, questionReference } from "./content"
import { eventOfPart, PARTS, type Part, type Question } from "./questions"

/** What counts as done. The rules are those of the method, so that both programs agree on a file. */

function isAnswered(question: Question, answer: AnswerContent | undefined): boolean {
  if (!answer) return false
  if (question.kind === "list") return answer.list.some(({ text }) => text.trim() !== "")
  if (answer.text.trim() === "") return false
  return question.kind === "text" || answer.gauge > 0
}

const isMeasureComplete = ({ title, content }: Pick<MeasureContent, "title" | "content">) =>
  title.trim() !== "" && content.trim() !== ""

type Judgement = Pick<EvaluationContent, "status" | "comment" | "plan" | "residual">

/**
 * What a judgement does not say yet, and in which field; undefined when it says enough for its status. A plain part (1.1,
 * 1.2) takes 1 and 3; a 2 that came with a file stands.
 */
export function judgementProblem(
  reference: string,
  { status, comment, plan, residual }: Judgement,
): { field: "comment" | "plan"; message: string } | undefined {
  if (status === 1 && comment.trim() === "") return { field: "comment", message: "Say what has to be fixed" }
  if (status !== 2) return undefined
  if (plan.trim() === "" && !isPlainPart(reference))
    return { field: "plan", message: "Say in the action plan what is to be improved" }
  const risk = eventOfPart(reference) !== undefined
  if (risk && (residual.severity === 0 || residual.likelihood === 0)) {
    return { field: "plan", message: "Estimate severity and likelihood with the action plan" }
  }
  return undefined
}

/** Whether an evaluation says enough for its status. */
export function mayEvaluate(reference: string, judgement: Judgement): Verdict {
  const problem = judgementProblem(reference, judgement)
  return problem ? no(problem.message) : yes
}

/** A part judged as a whole that is no risk: "improvable" is not offered there. */
export const isPlainPart = (reference: string) => reference === "1.1" || reference === "1.2"

/** Everything that is evaluated in a part: the part itself, its questions, or the measures. */
export function referencesOf(part: Part, measures: readonly Pick<MeasureContent, "id">[]): string[] {
  if (part.mode === "measure") return measures.map(({ id }) => measureReference(id))
  if (part.mode === "question") return part.questions.map(({ id }) => questionReference(part.id, id))
  return [part.id]
}

/** Whether a reference names something that is evaluated. */
export const isReference = (reference: string, measures: readonly Pick<MeasureContent, "id">[]) =>
  PARTS.some((part) => referencesOf(part, measures).includes(reference))

const PART_STATES = ["empty", "editing", "complete", "to_be_fixed", "evaluating", "evaluated"] as const
export type PartState = (typeof PART_STATES)[number]

export const PART_STATE_LABELS: Record<PartState, string> = {
  empty: "Not begun",
  editing: "Being written",
  complete: "Complete, not evaluated",
  to_be_fixed: "To be fixed",
  evaluating: "Being evaluated",
  evaluated: "Evaluated",
}

export type PartProgress = {
  part: string
  state: PartState
  /** Questions (or measures) answered, of how many. */
  answered: number
  total: number
  evaluated: number
  toEvaluate: number
}

type Whole = Pick<AssessmentContent, "answers" | "measures" | "evaluations">

function stateOf(
  { answered, total, evaluated, toEvaluate }: Omit<PartProgress, "state">,
  toFix: boolean,
): PartState {
  if (toFix) return "to_be_fixed"
  if (answered === 0) return "empty"
  if (answered < total) return "editing"
  if (evaluated === 0) return "complete"
  return evaluated < toEvaluate ? "evaluating" : "evaluated"
}

/** How far a part is. A part without any measure is not begun. */
export function partProgress(part: Part, { answers, measures, evaluations }: Whole): PartProgress {
  const byQuestion = new Map(answers.map((answer) => [answer.questionId, answer]))
  const measured = part.mode === "measure"
  const answered = measured
    ? measures.filter(isMeasureComplete).length
    : part.questions.filter((question) => isAnswered(question, byQuestion.get(question.id))).length
  const references = referencesOf(part, measures)
  const theirs = evaluations.filter(({ reference }) => references.includes(reference))
  const judged = theirs.filter((one) => one.status >= 2 && mayEvaluate(one.reference, one).ok).length
  const counts = {
    part: part.id,
    answered,
    total: measured ? Math.max(1, measures.length) : part.questions.length,
    evaluated: judged,
    toEvaluate: Math.max(1, references.length),
  }
  return {
    ...counts,
    state: stateOf(
      counts,
      theirs.some(({ status }) => status === 1),
    ),
  }
}

/** Progress in per cent: half for answers, half for evaluations. */
export function progressOf(content: Whole): number {
  const parts = PARTS.map((part) => partProgress(part, content))
  const sum = (pick: (one: PartProgress) => number) => parts.reduce((total, one) => total + pick(one), 0)
  const answered = sum(({ answered }) => answered) / sum(({ total }) => total)
  const evaluated = sum(({ evaluated }) => evaluated) / sum(({ toEvaluate }) => toEvaluate)
  return Math.floor(50 * answered + 50 * evaluated)
}

/** Why the officer's advice does not suffice yet; advice against does not block, but overruling it needs a reason. */
export function adviceProblem(
  { names, opinion, status }: AdviceContent,
  overruleReason: string,
): string | undefined {
  if (names.trim() === "" || opinion.trim() === "" || status === null) {
    return "The data protection officer has not given advice yet"
  }
  if (status === 0 && overruleReason.trim() === "") {
    return "The data protection officer advises against it: overrule it with a reason, or change the assessment"
  }
  return undefined
}

/** Why the part on the people concerned does not suffice yet. */
export function peopleProblem({ sought, names, opinion, status, reason }: PeopleContent): string | undefined {
  if (sought === null) return "Say whether the people concerned were asked for their views"
  if (!sought) return reason.trim() === "" ? "Say why the people concerned were not asked" : undefined
  if (names.trim() !== "" && opinion.trim() !== "" && status !== null) return undefined
  return "Say who of the people concerned was asked, what they think and whether they are in favour"
}

type Ready = AssessmentContent & { overruleReason: string }

/** Everything that stands between an assessment and handing it in, in the order of its parts; empty when nothing does. */
export function submitProblems(content: Ready): string[] {
  const problems: string[] = []
  for (const part of PARTS) {
    const { state, answered, total, evaluated, toEvaluate } = partProgress(part, content)
    const named = `${part.id} ${part.title}`
    if (state === "to_be_fixed") problems.push(`${named}: something is to be fixed`)
    else if (part.mode === "measure" && content.measures.length === 0)
      problems.push(`${named}: no measure is described`)
    else if (answered < total) {
      const what = part.mode === "measure" ? "measures are described" : "questions are answered"
      problems.push(`${named}: ${answered} of ${total} ${what}`)
    } else if (evaluated < toEvaluate) problems.push(`${named}: ${evaluated} of ${toEvaluate} evaluated`)
  }
  const advice = adviceProblem(content.advice, content.overruleReason)
  const people = peopleProblem(content.people)
  return [...problems, ...(advice ? [advice] : []), ...(people ? [people] : [])]
}

/** What the people who approve confirm; each is part of the statement that is signed. */
export const CONFIRMATIONS = [
  "its description of the processing is true",
  "I understand the risks that remain",
  "I agree to the measures that are planned",
  "they will be put in place without delay",
] as const

export const approvalStatement = (name: string, version: number) =>
  `I have examined the impact assessment ${name}, version ${version}, and approve it: ${CONFIRMATIONS.slice(0, -1).join(", ")}, and ${CONFIRMATIONS.at(-1)}.`
