import { z } from "zod"
import type { ApprovalSummary } from "@/server/approvals/domain/approval"
import { type ItemStatus, OPEN_STATUSES } from "@/server/backlog/domain/item"

/** The canvas of the ethics checkpoint: ten questions of our own. `ask` is the question, `hint` what helps to answer. */
export const ETHICS_QUESTIONS = {
  affected: {
    label: "People",
    ask: "Who feels the effect, also without ever using it?",
    hint: "Name groups and rough numbers: customers, staff, neighbours, people who are left out.",
  },
  benefit: {
    label: "Benefit",
    ask: "What gets better, and for whom?",
    hint: "A benefit to the company alone is an answer too; say so.",
  },
  harm: {
    label: "Harm",
    ask: "What is the worst that a wrong or unlucky result does to somebody?",
    hint: "Money, work, dignity, health, access to something they need. How would you notice?",
  },
  fairness: {
    label: "Fairness",
    ask: "For which groups may it work worse, and how was that measured?",
    hint: "Compare error rates between groups. Look for stand-ins such as postcode or first name.",
  },
  explainability: {
    label: "Explanation",
    ask: "What can you tell a person about why they got this result?",
    hint: "In two sentences, without the word algorithm.",
  },
  oversight: {
    label: "Human oversight",
    ask: "Who looks at results before they take effect, and who can stop it?",
    hint: "Somebody with the time, the knowledge and the right to say no.",
  },
  contestability: {
    label: "Objection",
    ask: "How does a person object, and what happens then?",
    hint: "Where they write, who answers, how fast, and whether the result can be turned round.",
  },
  misuse: {
    label: "Misuse",
    ask: "What else could it be used for that you would not want to defend?",
    hint: "Think of a rushed manager, an angry ex-partner, a court order, a data leak.",
  },
  vulnerable: {
    label: "Vulnerable people",
    ask: "Are there people who can defend themselves less, and what protects them?",
    hint: "Children, old or ill people, people in debt, employees of the company itself.",
  },
  sunset: {
    label: "Sunset",
    ask: "When is it switched off, or decided upon again?",
    hint: "A date, or a figure at which you stop.",
  },
} as const satisfies Record<string, { label: string; ask: string; hint: string }>

type EthicsQuestion = keyof typeof ETHICS_QUESTIONS
export const ALL_ETHICS_QUESTIONS = Object.keys(ETHICS_QUESTIONS) as EthicsQuestion[]
export type EthicsAnswers = Partial<Record<EthicsQuestion, string>>

export const OUTCOMES = ["go", "conditions", "no_go"] as const
export type Outcome = (typeof OUTCOMES)[number]

export const OUTCOME_LABELS: Record<Outcome, string> = {
  go: "Go",
  conditions: "Go with conditions",
  no_go: "No-go",
}

export const ETHICS_STATES = ["due", "in_review", "sent_back", "outdated", "decided", "not_needed"] as const
export type EthicsState = (typeof ETHICS_STATES)[number]
/** The canvas is to be filled in, or to be changed and sent again. */
export const TO_FILL_IN: readonly EthicsState[] = ["due", "sent_back", "outdated"]

/** A condition is a backlog item, and open as long as the item is. */
export const isOpenCondition = ({ status }: { status: ItemStatus }) => OPEN_STATUSES.includes(status)

export const ETHICS_STATE_LABELS: Record<EthicsState, string> = {
  due: "To be filled in",
  in_review: "Waits for the decision",
  sent_back: "Sent back",
  outdated: "Changed after the decision",
  decided: "Decided",
  not_needed: "Not high impact",
}

type Standing = { highImpact: boolean; version: number; approval: ApprovalSummary | null }

/** Derived from the declaration and from the approval of the present version. */
export function ethicsState({ highImpact, version, approval }: Standing): EthicsState {
  if (!highImpact) return "not_needed"
  const present = approval?.version === version ? approval.state : null
  if (present === "approved") return "decided"
  if (present === "open") return "in_review"
  if (present === "changes_requested" || present === "rejected") return "sent_back"
  return approval?.approvedAt ? "outdated" : "due"
}

/** What is checked: one product or one item. */
export const ethicsSubject = z.union([
  z.object({ productId: z.uuid("Choose a product") }).strict(),
  z.object({ itemId: z.uuid("Choose an item") }).strict(),
])
export type EthicsSubject = z.output<typeof ethicsSubject>

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most.toLocaleString("en")} characters`)

export const declareImpactSchema = z.object({
  subject: ethicsSubject,
  highImpact: z.boolean("Say whether the use has a high impact on people"),
  reason: text(2000).min(1, "Say why in a sentence; it is recorded"),
})

/** Answers, the proposed outcome and its reason: only what is given changes. */
export const checkpointChanges = z.object({
  answers: z.partialRecord(z.enum(ALL_ETHICS_QUESTIONS), text(4000)).optional(),
  outcome: z.enum(OUTCOMES).nullable().optional(),
  reason: text(4000).optional(),
})
export type CheckpointChanges = z.output<typeof checkpointChanges>

export const conditionSchema = z.object({
  title: text(200).min(1, "Say what has to be done"),
  ownerId: z.uuid("Choose who does it"),
  dueOn: z.iso.date("Give a date, such as 2026-12-31"),
})

type Filled = {
  answers: EthicsAnswers
  outcome: Outcome | null
  reason: string
  conditions: readonly unknown[]
}

export const unanswered = (answers: EthicsAnswers) =>
  ALL_ETHICS_QUESTIONS.filter((question) => !answers[question])

/** Why the canvas cannot be handed in yet; null when it can. */
export function checkpointObstacle({ answers, outcome, reason, conditions }: Filled): string | null {
  const open = unanswered(answers)
  if (open.length > 0) {
    return `${open.length} of 10 questions ${open.length === 1 ? "is" : "are"} open: ${ETHICS_QUESTIONS[open[0]!].label}`
  }
  if (outcome === null) return "Propose a decision"
  if (reason === "") return "Give the reason for the decision"
  if (outcome === "conditions" && conditions.length === 0)
    return "Add a condition, or propose another decision"
  return null
}

/** The page of a subject's checkpoint: "/privacy/ethics/products/route-planning". */
export const ethicsPath = (subjectPath: string) => `/privacy/ethics${subjectPath}`

/** What the list of checkpoints shows. Empty lists mean "any". */
export const ethicsFilter = z.object({
  /** A part of the key, title or name of the product or item. */
  search: z.string().trim().max(200).default(""),
  states: z.array(z.enum(ETHICS_STATES)).max(ETHICS_STATES.length).default([]),
})
export type EthicsFilter = z.output<typeof ethicsFilter>
