import "@/server/compose"
import { addStarterObligations } from "@/server/privacy/add-starter-obligations"
import { createControl } from "@/server/privacy/create-control"
import type { ControlKind } from "@/server/privacy/domain/obligation"
import { listObligations } from "@/server/privacy/list-obligations"
import { updateObligation } from "@/server/privacy/update-obligation"
import type { Cast } from "./cast"
import type { StoryClock } from "./story-clock"

type Control = {
  name: string
  kind: ControlKind
  checkId?: string
  evidence: string
  link?: string
  answers: string[]
}

const CONTROLS: Control[] = [
  {
    name: "Assessment before release",
    kind: "dod_check",
    checkId: "dpia-approved",
    evidence: "The check on privacy, to stand in every Definition of Done",
    answers: ["Art. 25", "Art. 35", "Art. 36"],
  },
  {
    name: "Impact assessments",
    kind: "dpia",
    evidence: "One for each product with a high risk",
    answers: ["Art. 35", "Art. 36"],
  },
  {
    name: "Retention with evidence",
    kind: "retention",
    evidence: "A rule for each class, and the job that deleted",
    answers: ["Art. 5", "§1798.105"],
  },
  {
    name: "Masking by role",
    kind: "masking",
    evidence: "What each role of the warehouse sees",
    answers: ["Art. 25", "Art. 32"],
  },
  {
    name: "Access reviews",
    kind: "access_review",
    evidence: "Who may see what, confirmed line by line",
    answers: ["Art. 32"],
  },
  {
    name: "Record of processing, approved",
    kind: "record",
    evidence: "Every entry approved by the privacy officer",
    answers: ["Art. 5", "Art. 6", "Art. 30"],
  },
  {
    name: "Breach plan",
    kind: "manual",
    evidence: "Who is called, who writes to the authority",
    link: "https://wiki.northmark.example/breach-plan",
    answers: ["Art. 33"],
  },
]

/** The officer begins the regulation register: starter set, controls, and reviews by counsel. */
export async function registerObligations({ sofia }: Cast, clock: StoryClock): Promise<void> {
  await addStarterObligations(sofia.ctx, {})
  const answered = new Map<string, string[]>()
  for (const { answers, ...control } of CONTROLS) {
    const { id } = await createControl(sofia.ctx, control)
    for (const article of answers) answered.set(article, [...(answered.get(article) ?? []), id])
  }
  const { obligations } = await listObligations(sofia.ctx, {})
  for (const [index, { id, version, owner: _owner, ...fields }] of obligations.entries()) {
    const seen = fields.regulation === "GDPR"
    await updateObligation(sofia.ctx, {
      id,
      version,
      fields: {
        ...fields,
        ownerId: sofia.userId,
        reviewedOn: seen ? clock.day(-200 + index) : null,
        nextReviewOn: seen ? clock.day(index === 0 ? 6 : 165 + index) : null,
        controlIds: answered.get(fields.article) ?? [],
      },
    })
  }
}
