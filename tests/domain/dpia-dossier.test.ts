import { describe, expect, it } from "vitest"
import type { AssessmentDetails } from "@/server/dpia/domain/assessment-row"
import { type DossierPart, dossierParts, dossierState, NO_PARTIES } from "@/server/dpia/domain/dossier"
import { NO_DOSSIER } from "@/server/dpia/domain/dossier-texts"
import { QUESTIONS } from "@/server/dpia/domain/questions"

const answers = QUESTIONS.map(({ id }) => ({ questionId: id, text: `Answer to ${id}` }))
const written = {
  key: "DPIA-3",
  name: "Routes",
  version: 2,
  state: "approved",
  problems: [],
  answers,
  measures: [{ title: "Backups", content: "Daily" }],
  risks: [{ id: "3.2", event: "access", title: "Disclosure", weight: "high" }],
  advice: { names: "Sofia Lindqvist", opinion: "Ask the authority", status: 1, overruled: null },
  people: { sought: false, reason: "They were asked last year", names: "", opinion: "", status: null },
} as unknown as AssessmentDetails
const texts = {
  responsibilities: "Northmark Retail",
  officerContact: "sofia@example.com",
  otherInformation: "",
}

const gapsOf = (parts: DossierPart[]) =>
  parts.flatMap(({ letter, gaps }) => gaps.map(({ words, stop }) => `${letter}: ${words} → ${stop}`))

describe("the dossier for the authority", () => {
  it("is complete when every part has its facts; other information is only there when it was asked for", () => {
    const parts = dossierParts(written, texts, NO_PARTIES)
    expect(gapsOf(parts)).toEqual([])
    expect(dossierState(parts)).toEqual({ complete: true, words: "Complete" })
    expect(parts.map(({ letter, facts }) => `${letter}${facts.length}`)).toEqual([
      ...["a3", "b6", "c8", "d2", "e0", "f0"],
    ])
    expect(parts[1]?.facts[1]).toEqual({
      title: "Are the purposes specific, stated and legitimate?",
      text: "Answer to 211",
    })
  })

  it("names what is missing, and where it is written", () => {
    const bare = {
      ...written,
      answers: answers.filter(({ questionId }) => ![112, 211, 223].includes(questionId)),
      measures: [],
      risks: [{ id: "own-1", event: null, title: "Opacity", weight: "unknown" }],
      state: "in_progress",
      version: 1,
      advice: { ...written.advice, status: null },
      problems: ["1.1 The processing: 2 of 3", "The data protection officer has not given advice yet"],
    } as unknown as AssessmentDetails
    const parts = dossierParts(bare, NO_DOSSIER, NO_PARTIES)
    expect(gapsOf(parts)).toEqual([
      "a: Nobody is named as controller, with an address → consultation",
      "a: No answer to “Who is responsible for what?” → 1.1",
      "b: No answer to “Are the purposes specific, stated and legitimate?” → 2.1",
      "c: No measure is described → 3.1",
      "c: The risk “Opacity” is not estimated → own",
      "c: No answer to “How do people see their data and take them along?” → 2.2",
      "d: It does not say how to reach the data protection officer → consultation",
      "e: 1 thing is missing before it can be handed in → validation",
      "e: The data protection officer has not given advice yet → opinions",
      "e: Version 1 is not approved → validation",
    ])
    expect(dossierState(parts)).toEqual({ complete: false, words: "5 of 6 parts lack something" })
  })

  it("takes the parties from the record of processing where nothing was written", () => {
    const recorded = {
      controllers: ["Northmark Retail, Oslo"],
      jointControllers: [],
      officers: ["dpo@example.com"],
      processors: ["Warehouse Ltd", "Carrier SA, France"],
    }
    const [a, , , d] = dossierParts(written, NO_DOSSIER, recorded)
    expect(a?.gaps).toEqual([])
    expect(a?.facts.slice(0, 2)).toEqual([
      { title: "Controller, by the record of processing", text: "Northmark Retail, Oslo" },
      { title: "Processors, by the record of processing", text: "- Warehouse Ltd\n- Carrier SA, France" },
    ])
    expect(d?.gaps).toEqual([])
  })
})
