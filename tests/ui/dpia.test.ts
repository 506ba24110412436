import { describe, expect, it } from "vitest"
import { actionState, referenceTitle } from "@/components/dpia/assessment/prepare-actions"
import { BOX_WIDTH, classesOf, flowDrawing, recipientsOf } from "@/components/dpia/assessment/prepare-flow"
import {
  estimateWords,
  mapRows,
  measurePicks,
  riskLetter,
  weightCounts,
} from "@/components/dpia/assessment/prepare-risks"
import { chosenStop, isLocked, neighbours } from "@/components/dpia/assessment/prepare-stops"
import { stopOfProblem } from "@/components/dpia/assessment/prepare-validation"
import { comparedEntries, readPair } from "@/components/dpia/compare/prepare-compare"
import { gapHref, recordedParties } from "@/components/dpia/dossier/prepare-dossier"
import { assessmentsInput, filterParams, waitsOn } from "@/components/dpia/list/prepare-lists"
import {
  clashesOf,
  decisionForm,
  liveVerdict,
  QUESTION_GROUPS,
  withChanges,
} from "@/components/dpia/screening/prepare-screening"
import { nextPrivacyStep } from "@/components/dpia/subject/prepare-subject"
import type { AssessmentDetails, RiskRow } from "@/server/dpia/domain/assessment-row"
import { DOSSIER_STOP } from "@/server/dpia/domain/dossier"
import type { LinkedFacts } from "@/server/dpia/domain/linked-facts"
import { type Estimate, NOT_ESTIMATED, riskWeight } from "@/server/dpia/domain/risk"
import { SCREENING_QUESTIONS, type ScreeningAnswers } from "@/server/dpia/domain/screening"
import type { ScreeningDetails } from "@/server/dpia/domain/screening-row"

const no = Object.fromEntries(SCREENING_QUESTIONS.map((question) => [question, "no"])) as ScreeningAnswers

const screening: ScreeningDetails = {
  ...{
    id: "s",
    version: 1,
    lock: 1,
    description: "Orders",
    answers: no,
    notes: {},
    verdict: "NOT_INDICATED",
  },
  verdictReason: "",
  unanswered: [],
  decision: null,
  reason: "",
  occasion: "",
  dpoView: null,
  obstacle: null,
  submittedAt: null,
  updatedAt: "",
  versions: [],
  approval: null,
}

describe("the screening's page", () => {
  it("asks every question once", () => {
    expect(QUESTION_GROUPS.flatMap(({ questions }) => questions)).toEqual(SCREENING_QUESTIONS)
  })

  it("shows no verdict before everything is answered, and says that open is not no", () => {
    const { scoring: _, ...open } = no
    expect(liveVerdict(open)).toMatchObject({ verdict: null, open: 1, answered: 13, total: 14 })
    expect(liveVerdict(open).reason).toContain("does not count as no")
    expect(liveVerdict(no)).toMatchObject({ verdict: "NOT_INDICATED", open: 0 })
    expect(liveVerdict({ ...no, automated: "yes" }).reason).toContain("Art. 35(3)")
  })

  it("asks for grounds where the decision departs from the verdict", () => {
    const likely: ScreeningAnswers = { ...no, scoring: "yes", large_scale: "yes" }
    expect(decisionForm({}, null)).toBeNull()
    expect(decisionForm(likely, null)).toMatchObject({
      chosen: "assess",
      override: false,
      needsReason: false,
    })
    expect(decisionForm(likely, "none")).toMatchObject({ override: true, needsReason: true })
    expect(decisionForm({ ...no, scoring: "yes" }, "none")).toMatchObject({
      override: false,
      needsReason: true,
    })
    expect(decisionForm({ ...no, automated: "yes" }, null)).toMatchObject({ fixed: true, chosen: "assess" })
    expect(decisionForm(no, null)).toMatchObject({ chosen: "none", needsReason: false })
  })

  it("shows a conflict only where both said something else", () => {
    const theirs = { ...screening, answers: { ...no, scoring: "yes" as const } }
    expect(clashesOf({ answers: { monitoring: "no" } }, theirs)).toEqual([])
    expect(clashesOf({ answers: { scoring: "no" } }, theirs)).toMatchObject([{ mine: "No", theirs: "Yes" }])
    expect(clashesOf({ description: "Parcels" }, theirs)).toEqual([
      { field: "What is processed", mine: "Parcels", theirs: "Orders" },
    ])
  })

  it("lays changes on top and takes an answer back", () => {
    const changed = withChanges(screening, {
      answers: { scoring: null },
      notes: { scoring: "Open" },
      reason: "R",
    })
    expect(changed.answers.scoring).toBeUndefined()
    expect(changed).toMatchObject({ notes: { scoring: "Open" }, reason: "R", description: "Orders" })
  })
})

describe("the next step about personal data", () => {
  const declaration = { personalData: "personal", note: "", by: { id: "p", name: "P" }, at: "" } as const
  const step = (state: Parameters<typeof nextPrivacyStep>[0]["state"], rest = {}) =>
    nextPrivacyStep({ declaration, state, verdict: null, assessments: [], ...rest }).to

  it("follows the order in which things come about", () => {
    expect(step("undeclared", { declaration: null })).toBe("declare")
    expect(step("none")).toBeNull()
    expect(step("due")).toBe("screening")
    expect(step("sent_back")).toBe("screening")
    expect(step("approved", { verdict: "REQUIRED" })).toBe("new")
    expect(step("approved", { verdict: "REQUIRED", assessments: ["DPIA-1"] })).toBe("assessment")
    expect(step("approved", { verdict: "NOT_INDICATED" })).toBeNull()
  })
})

describe("the lists", () => {
  it("read of an address what they understand", () => {
    const params = new URLSearchParams("q= parcel &state=approved&state=odd&product=x&page=3")
    expect(assessmentsInput(params)).toEqual({
      filter: { search: "parcel", states: ["approved"], productIds: [] },
      offset: 100,
      limit: 50,
    })
    expect(assessmentsInput(new URLSearchParams("page=-1")).offset).toBe(0)
    expect(filterParams({ search: "", states: ["approved"] }).toString()).toBe("state=approved")
  })

  it("say who it waits on", () => {
    const author = { id: "i", name: "Ines" }
    expect(waitsOn({ state: "changes_asked", author })).toBe("Ines")
    expect(waitsOn({ state: "in_review", author })).toBe("Data protection officer")
    expect(waitsOn({ state: "approved", author })).toBeNull()
  })
})

function risk(id: string, inherent: Estimate, residual: Estimate): RiskRow {
  return {
    id,
    event: null,
    title: `Risk ${id}`,
    impacts: [],
    threats: [],
    sources: [],
    measures: [],
    severityText: "",
    likelihoodText: "",
    inherent,
    estimate: residual,
    reestimate: NOT_ESTIMATED,
    residual,
    weight: riskWeight(residual),
    version: 1,
  }
}

describe("the risk map", () => {
  const high: Estimate = { severity: 4, likelihood: 1 }
  const low: Estimate = { severity: 1, likelihood: 4 }
  const rows = mapRows(
    [risk("a", high, low), risk("b", low, low), risk("c", NOT_ESTIMATED, NOT_ESTIMATED)],
    ({ residual }) => residual,
    ({ inherent }) => inherent,
  )

  it("is drawn with severity upwards and likelihood to the right", () => {
    expect(rows.map(({ severity }) => severity)).toEqual([4, 3, 2, 1])
    expect(rows[0]?.cells.map(({ likelihood }) => likelihood)).toEqual([1, 2, 3, 4])
    expect(rows[3]?.cells[3]?.now.map(({ letter }) => letter)).toEqual(["A", "B"])
  })

  it("shows where a risk was, and only of those that moved", () => {
    expect(rows[0]?.cells[0]?.before.map(({ letter }) => letter)).toEqual(["A"])
    expect(rows.flatMap(({ cells }) => cells.flatMap(({ before }) => before))).toHaveLength(1)
  })

  it("names letters, levels and counts", () => {
    expect([riskLetter(0), riskLetter(25), riskLetter(26)]).toEqual(["A", "Z", "A2"])
    expect(estimateWords(high)).toBe("Maximum severity, negligible likelihood")
    expect(weightCounts(["high", "low", "low"])).toBe("1 high, 2 low")
  })
})

describe("the parts of an assessment", () => {
  it("keep entries that name no measure", () => {
    const measures = [{ id: "m1", title: "Backup" }]
    const chosen = [
      { text: "Backups", measureId: "m1" },
      { text: "From a file", measureId: null },
      { text: "Removed", measureId: "m9" },
    ]
    expect(measurePicks(measures, chosen).map(({ entry, known }) => [entry.text, known])).toEqual([
      ["Backup", true],
      ["From a file", false],
      ["Removed", false],
    ])
  })

  it("are chosen by the address, else the first that is open", () => {
    const assessment = {
      state: "in_progress",
      parts: [
        { part: "1.1", state: "evaluated" },
        { part: "1.2", state: "editing" },
      ],
    } as AssessmentDetails
    expect(chosenStop("map", assessment)).toBe("map")
    expect(chosenStop("nowhere", assessment)).toBe("1.2")
    expect(chosenStop(null, { ...assessment, state: "approved" })).toBe("validation")
    expect(neighbours("1.1")).toEqual({ previous: null, next: "1.2" })
    expect(neighbours("versions").next).toBeNull()
    expect([isLocked("in_review"), isLocked("outdated")]).toEqual([true, false])
  })

  it("are where a problem leads", () => {
    expect(stopOfProblem("2.1 Necessity and proportionality: 1 of 5 evaluated")).toBe("2.1")
    expect(stopOfProblem("The data protection officer has not given advice yet")).toBe("opinions")
  })

  it("have action lines whose state is the item's", () => {
    const item = { status: "doing", dueOn: "2026-10-01", archived: false } as const
    expect(actionState(item, "2026-10-02")).toMatchObject({ look: "bad", late: true })
    expect(actionState({ ...item, status: "done" }, "2026-10-02")).toMatchObject({
      look: "good",
      late: false,
    })
    expect(actionState({ ...item, archived: true }, "2026-10-02").words).toBe("Given up")
    expect(referenceTitle(null, { measures: [], risks: [] })).toBe("The whole")
    expect(referenceTitle("3.1.x", { measures: [], risks: [] })).toBe("A measure that was removed")
  })
})

describe("the data flow", () => {
  const field = (name: string, dataClass: string | null) => ({ name, level: null, class: dataClass })
  const facts: LinkedFacts = {
    product: {
      name: "Delivery promise",
      question: "When?",
      description: "",
      lifecycle: "live" as const,
      domain: "Fulfilment",
      owner: "Ines Moreau",
      steward: null,
    },
    classification: "Confidential",
    assets: [
      {
        key: "orders",
        name: "orders",
        kind: "table" as const,
        location: "warehouse",
        fields: [field("phone", "contact"), field("street", "contact"), field("id", null)],
      },
    ],
  }

  it("draws each asset towards the product, and the product towards who gets it", () => {
    const drawing = flowDrawing(facts, [{ name: "Carriers", notes: ["processor"] }])
    expect(drawing.boxes.map(({ id }) => id)).toEqual(["orders", "product", "to Carriers"])
    expect(drawing.lines.map(({ id }) => id)).toEqual(["orders product", "product to Carriers"])
    expect(drawing.width).toBe(600 + BOX_WIDTH)
    expect(flowDrawing({ ...facts, assets: [] }, []).lines).toEqual([])
  })

  it("names each recipient of the record once", () => {
    const recorded = {
      recipients: ["Carriers"],
      parties: [{ name: "Carriers", role: "sub_processor", country: "Poland" }],
      transfers: [{ to: "Maps Inc.", country: "United States" }],
    }
    expect(recipientsOf([recorded, recorded])).toEqual([
      { name: "Carriers", notes: ["sub processor", "Poland"] },
      { name: "Maps Inc.", notes: ["transfer, United States"] },
    ])
  })

  it("counts classes of data", () => {
    expect(classesOf(facts.assets[0] ?? { fields: [] })).toEqual(["contact, 2 fields"])
  })
})

describe("comparing versions", () => {
  it("reads the pair of an address", () => {
    expect(readPair(new URLSearchParams("from=1&to=present"))).toEqual({ from: 1, to: "present" })
    expect(readPair(new URLSearchParams("from=0&to=2"))).toBeUndefined()
  })

  it("marks the paragraphs that only one side has", () => {
    const entry = { section: "1.1", title: "Q", before: "a\n\nb\nb", after: "a\nb\nc", changed: true }
    const [compared] = comparedEntries([entry, { ...entry, changed: false }], true)
    expect(compared?.before.map(({ changed }) => changed)).toEqual([false, false, true])
    expect(compared?.after.map(({ text, changed }) => (changed ? text : null))).toEqual([null, null, "c"])
    expect(comparedEntries([{ ...entry, changed: false }], true)).toEqual([])
  })
})

describe("the dossier for the authority", () => {
  it("names the parties of the record of processing, each once", () => {
    const activity = {
      ...{
        role: "controller" as const,
        controllers: "Northmark, Oslo",
        jointControllers: "",
        officer: "Sofia",
      },
      parties: [
        { name: "Cloudhaus", role: "processor" as const, country: "Ireland" },
        { name: "Group AG", role: "joint_controller" as const, country: "" },
        { name: "Carrier", role: "independent_controller" as const, country: "" },
      ],
    }
    const ours = { ...activity, role: "processor" as const, controllers: "Fundus Outlet", parties: [] }
    expect(recordedParties([activity, activity, ours])).toEqual({
      controllers: ["Northmark, Oslo"],
      jointControllers: ["Group AG"],
      processors: ["Cloudhaus, Ireland"],
      officers: ["Sofia"],
    })
  })

  it("leads each gap to where it is written, and its own texts to their form", () => {
    const page = "/northmark/privacy/assessments/DPIA-3"
    expect(gapHref(page, "2.1")).toBe(`${page}?part=2.1`)
    expect(gapHref(page, DOSSIER_STOP)).toBe(`${page}?part=consultation&write=dossier`)
  })
})
