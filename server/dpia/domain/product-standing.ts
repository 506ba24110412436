import type { ThreadLink } from "@/server/products/domain/thread-link"
import type { AssessmentState } from "./assessment-row"
import { changeWords, type FactChange } from "./known-facts"
import type { ScreeningVerdict } from "./screening"
import type { ScreeningDecision } from "./screening-decision"
import type { PersonalData } from "./screening-input"
import type { ScreeningState } from "./screening-row"

/** Where a product stands with screening and assessment. */
export type ProductStanding = {
  productId: string
  personalData: PersonalData | null
  screening: ScreeningState
  verdict: ScreeningVerdict | null
  /** What was decided, or else what the verdict leads to. */
  decision: ScreeningDecision | null
  /** The newest assessment of the product that is not archived. */
  assessment: {
    key: string
    state: AssessmentState
    version: number
    approvedVersion: number | null
    approvedAt: string | null
    progress: number
    reviewOn: string | null
    author: string
  } | null
  /** What changed since the assessment, or else the screening, was handed in. */
  changes: FactChange[]
}

type Words = Omit<ThreadLink, "id" | "name" | "href">

/** What stands against the release because of the assessment, and whether the authority was asked already. */
type Waited = { asked: boolean }

const holds = (word: string, fact: string): Words => ({ state: "good", word, fact, waits: false })
const waits = (
  state: "warning" | "bad",
  word: string,
  fact: string,
  next: string,
  owes: string | null,
): Words => ({
  state,
  word,
  fact,
  next,
  waits: true,
  ...(owes !== null && { owes: { name: owes } }),
})

/** Approved, and what it covers is not what is there now. */
const ofChanges = (name: string, changes: readonly FactChange[], owes: string | null): Words =>
  waits(
    "warning",
    "Facts changed",
    `Since ${name} was handed in: **${changeWords(changes)}**`,
    "Look at it again, or judge that it still covers this",
    owes,
  )

type Assessed = NonNullable<ProductStanding["assessment"]>

function ofConsultation({ key, author }: Assessed, { asked }: Waited): Words {
  if (!asked) {
    const fact = `**A high risk remains** in ${key}: the authority has to be asked`
    return waits("bad", "Consultation due", fact, "Consult the authority", author)
  }
  const fact = `The authority was asked about ${key} and **has not advised**`
  return waits("warning", "Consultation", fact, "Wait for the authority's advice", author)
}

function ofAssessment(
  one: Assessed,
  today: string,
  waited: Waited | undefined,
  changes: readonly FactChange[],
): Words {
  const { key, state, version, approvedVersion, approvedAt, progress, reviewOn, author } = one
  if (state === "approved" && waited) return ofConsultation(one, waited)
  if (state === "approved" && changes.length > 0) return ofChanges(key, changes, author)
  if (state === "approved") {
    const when = { ...(approvedAt && { when: approvedAt }) }
    if (reviewOn !== null && reviewOn < today) {
      const late = waits(
        "warning",
        "Review due",
        `${key} was to be reviewed`,
        "Review the assessment",
        author,
      )
      return { ...late, when: reviewOn }
    }
    return { ...holds("Approved", `${key}, **version ${version}** is approved`), ...when }
  }
  if (state === "in_review") {
    return waits(
      "warning",
      "In review",
      `${key}, **version ${version}** waits for approval`,
      "Approve the assessment",
      null,
    )
  }
  if (state === "outdated") {
    const fact = `${key} was approved as **version ${approvedVersion}** and is version ${version} now`
    return waits("bad", "Outdated", fact, "Hand it in again", author)
  }
  if (state === "refused")
    return waits("bad", "Refused", `${key} was refused`, "Change it and hand it in again", author)
  const fact = `${key} is **${progress} %** done`
  return waits(
    "warning",
    state === "changes_asked" ? "Sent back" : "In progress",
    fact,
    "Finish the assessment",
    author,
  )
}

/** The link "DPIA" of a product's thread in words; undefined where nobody has said whether there are personal data. */
export function describeStanding(
  standing: ProductStanding,
  owner: string | null,
  today: string,
  /** Set while the authority's advice is waited for. */
  waited?: Waited,
): Words | undefined {
  const { screening, decision, assessment, changes } = standing
  if (assessment) return ofAssessment(assessment, today, waited, changes)
  if (screening === "undeclared") return undefined
  if (screening === "none") return holds("Not needed", "It holds **no personal data**")
  if (screening === "due") {
    return waits(
      "warning",
      "Screening due",
      "It holds **personal data** and was not screened",
      "Screen it",
      owner,
    )
  }
  if (screening === "in_review") {
    return waits(
      "warning",
      "In review",
      "Its **screening** waits for approval",
      "Approve the screening",
      null,
    )
  }
  if (screening !== "approved") {
    return waits(
      "warning",
      "Being screened",
      "Its **screening** is not finished",
      "Finish the screening",
      owner,
    )
  }
  if (changes.length > 0) return ofChanges("its screening", changes, owner)
  if (decision === "none") return holds("Not needed", "Its screening asks for **no assessment**")
  return waits(
    "bad",
    "Missing",
    "Its screening asks for an **assessment**, and there is none",
    "Begin the assessment",
    owner,
  )
}
