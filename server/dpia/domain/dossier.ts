import type { AssessmentDetails } from "./assessment-row"
import { adviceProblem, peopleProblem } from "./completeness"
import type { DossierTexts } from "./dossier-texts"
import { findQuestion, partOfQuestion } from "./questions"

/** What the record of processing says about the parties of a product's processing, each line once. */
export type RecordedParties = {
  controllers: string[]
  jointControllers: string[]
  processors: string[]
  officers: string[]
}

export const NO_PARTIES: RecordedParties = {
  controllers: [],
  jointControllers: [],
  processors: [],
  officers: [],
}

/** Markdown under a heading. */
type DossierFact = { title: string; text: string }

/** What is missing, and the part of the assessment's page where it is written. */
export type DossierGap = { words: string; stop: string }

export type DossierPart = {
  letter: "a" | "b" | "c" | "d" | "e" | "f"
  title: string
  facts: DossierFact[]
  gaps: DossierGap[]
}

/** The place on the assessment's page where the texts of the dossier itself are written. */
export const DOSSIER_STOP = "consultation"

type Written = Pick<
  AssessmentDetails,
  "answers" | "measures" | "risks" | "advice" | "people" | "problems" | "state" | "version" | "key" | "name"
>
type Draft = { facts: DossierFact[]; gaps: DossierGap[] }

const filled = (facts: DossierFact[]) => facts.filter(({ text }) => text.trim() !== "")
const listed = (lines: readonly string[]) =>
  lines.length > 1 ? lines.map((line) => `- ${line}`).join("\n") : (lines[0] ?? "")

/** The answers to questions, and a gap for each that has none. */
function answered({ answers }: Written, questionIds: readonly number[]): Draft {
  const byQuestion = new Map(answers.map(({ questionId, text }) => [questionId, text]))
  const facts = questionIds.map((id) => ({
    id,
    title: findQuestion(id)?.title ?? "",
    text: byQuestion.get(id) ?? "",
  }))
  return {
    facts: filled(facts.map(({ title, text }) => ({ title, text }))),
    gaps: facts
      .filter(({ text }) => text.trim() === "")
      .map(({ id, title }) => ({ words: `No answer to “${title}”`, stop: partOfQuestion(id)?.id ?? "" })),
  }
}

function responsibilities(written: Written, texts: DossierTexts, recorded: RecordedParties): Draft {
  const { facts, gaps } = answered(written, [112, 226])
  const parties = filled([
    { title: "Controller, joint controllers and processors", text: texts.responsibilities },
    { title: "Controller, by the record of processing", text: listed(recorded.controllers) },
    { title: "Joint controllers, by the record of processing", text: listed(recorded.jointControllers) },
    { title: "Processors, by the record of processing", text: listed(recorded.processors) },
  ])
  const named = texts.responsibilities.trim() !== "" || recorded.controllers.length > 0
  const unnamed = { words: "Nobody is named as controller, with an address", stop: DOSSIER_STOP }
  return { facts: [...parties, ...facts], gaps: [...(named ? [] : [unnamed]), ...gaps] }
}

function safeguards(written: Written): Draft {
  const { measures, risks } = written
  const { facts, gaps } = answered(written, [213, 215, 221, 222, 223, 224, 225, 227])
  const bare = measures.filter(({ content }) => content.trim() === "")
  const unknown = risks.filter(({ weight }) => weight === "unknown")
  const none = measures.length === 0 ? [{ words: "No measure is described", stop: "3.1" }] : []
  return {
    facts,
    gaps: [
      ...none,
      ...bare.map(({ title }) => ({ words: `The measure “${title}” is not described`, stop: "3.1" })),
      ...unknown.map(({ id, event, title }) => ({
        words: `The risk “${title}” is not estimated`,
        stop: event === null ? "own" : id,
      })),
      ...gaps,
    ],
  }
}

function officer({ advice }: Written, texts: DossierTexts, recorded: RecordedParties): Draft {
  const facts = filled([
    { title: "How to reach the officer", text: texts.officerContact },
    { title: "By the record of processing", text: listed(recorded.officers) },
  ])
  const gap = { words: "It does not say how to reach the data protection officer", stop: DOSSIER_STOP }
  const adviser = filled([{ title: "Who advised on the assessment", text: advice.names }])
  return { facts: [...facts, ...adviser], gaps: facts.length > 0 ? [] : [gap] }
}

function assessmentItself({ state, version, problems, advice, people }: Written): Draft {
  const adviceGap = adviceProblem(advice, advice.overruled?.reason ?? "")
  const peopleGap = peopleProblem(people)
  const opinions = [adviceGap, peopleGap].filter((problem) => problem !== undefined)
  // Each problem that is left is about a part of the method, which the other parts of the dossier name where they need it.
  const others = problems.length - opinions.length
  const open = `${others} ${others === 1 ? "thing is" : "things are"} missing before it can be handed in`
  return {
    facts: [],
    gaps: [
      ...(others > 0 ? [{ words: open, stop: "validation" }] : []),
      ...opinions.map((words) => ({ words, stop: "opinions" })),
      ...(state === "approved" ? [] : [{ words: `Version ${version} is not approved`, stop: "validation" }]),
    ],
  }
}

/**
 * What a controller gives the authority when it asks for a prior consultation, Art. 36(3)(a) to (f) GDPR, put together from
 * what is stored, with a gap for everything that is not. Measures and risks are printed from the assessment itself.
 */
export function dossierParts(
  written: Written,
  texts: DossierTexts,
  recorded: RecordedParties,
): DossierPart[] {
  const other = filled([{ title: "What the authority asked for", text: texts.otherInformation }])
  return [
    { letter: "a", title: "Responsibilities", ...responsibilities(written, texts, recorded) },
    { letter: "b", title: "Purposes and means", ...answered(written, [111, 211, 212, 121, 122, 123]) },
    { letter: "c", title: "Measures and safeguards", ...safeguards(written) },
    { letter: "d", title: "Data protection officer", ...officer(written, texts, recorded) },
    { letter: "e", title: "The assessment", ...assessmentItself(written) },
    { letter: "f", title: "Other information", facts: other, gaps: [] },
  ]
}

export const isComplete = ({ gaps }: Pick<DossierPart, "gaps">) => gaps.length === 0

/** How much of a dossier is there: "Complete", or "2 of 6 parts lack something". */
export function dossierState(parts: readonly DossierPart[]): { complete: boolean; words: string } {
  const lacking = parts.filter((part) => !isComplete(part)).length
  if (lacking === 0) return { complete: true, words: "Complete" }
  return {
    complete: false,
    words: `${lacking} of ${parts.length} parts ${lacking === 1 ? "lacks" : "lack"} something`,
  }
}
