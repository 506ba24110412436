import { describe, expect, it } from "vitest"
import {
  clashesOf,
  decisionForm,
  liveVerdict,
  QUESTION_GROUPS,
  withChanges,
} from "@/components/dpia/screening/prepare-screening"
import { newestWords, nextPrivacyStep } from "@/components/dpia/subject/prepare-subject"
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
  drift: null,
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
    nextPrivacyStep({ declaration, state, screening: null, assessments: [], ...rest }).to
  const screened = { verdict: "REQUIRED", decision: null, drift: null } as const

  it("follows the order in which things come about", () => {
    expect(step("undeclared", { declaration: null })).toBe("declare")
    expect(step("none")).toBeNull()
    expect(step("due")).toBe("screening")
    expect(step("sent_back")).toBe("screening")
    expect(step("approved", { screening: screened })).toBe("new")
    expect(step("approved", { screening: screened, assessments: ["DPIA-1"] })).toBe("assessment")
    expect(step("approved", { screening: { ...screened, verdict: "NOT_INDICATED" } })).toBeNull()
  })

  it("begins no assessment that was decided against, and looks again at what changed", () => {
    const overridden = { ...screened, verdict: "LIKELY_REQUIRED", decision: "none" } as const
    expect(step("approved", { screening: overridden })).toBeNull()
    const changes = [{ key: "phone", what: "Field phone of customers", before: null, after: "Contact data" }]
    const drift = { changes, since: "", by: "P", reason: "", seen: "" }
    expect(step("approved", { screening: { ...overridden, drift } })).toBe("screening")
  })

  it("stands below the newest assessments, which say that they are not all", () => {
    expect(newestWords(5, 1200)).toBe("Newest 5 of 1,200 assessments")
  })
})
