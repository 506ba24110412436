import { z } from "zod"

export const CONTROL_KINDS = [
  "dod_check",
  "dpia",
  "retention",
  "masking",
  "access_review",
  "record",
  "manual",
] as const
export type ControlKind = (typeof CONTROL_KINDS)[number]

/** What shows a control, and the page inside the workspace where it stands; null: a link of its own. */
export const CONTROL_KIND_FACTS: Record<ControlKind, { label: string; path: string | null }> = {
  dod_check: { label: "Definition of Done check", path: "/settings/definition-of-done" },
  dpia: { label: "Impact assessments", path: "/privacy" },
  retention: { label: "Retention rules", path: "/privacy/retention" },
  masking: { label: "Masking and consent", path: "/privacy/masking" },
  access_review: { label: "Access review", path: "/settings/access-reviews" },
  record: { label: "Record of processing", path: "/privacy/register" },
  manual: { label: "Evidence outside Plumbline", path: null },
}

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most.toLocaleString("en")} characters`)
const day = z.iso.date("Give a date, such as 2026-12-31").nullable()
/** Only addresses that a browser opens without running anything. */
const link = z.union([
  z.literal(""),
  z.url({ protocol: /^https?$/, message: "Give an address that starts with https://" }),
])

export const obligationSchema = z.object({
  regulation: text(80).min(1, "Name the regulation, such as GDPR"),
  article: text(80).min(1, "Name the article, such as Art. 30"),
  title: text(200).min(1, "Say in a few words what it asks"),
  note: text(5000).default(""),
  source: link.default(""),
  ownerId: z.uuid("Choose a member").nullable().default(null),
  reviewedOn: day.default(null),
  nextReviewOn: day.default(null),
  controlIds: z.array(z.uuid()).max(100, "At most 100 controls").default([]),
})
export type ObligationFields = z.output<typeof obligationSchema>

export const controlSchema = z
  .object({
    name: text(200).min(1, "Give a name"),
    kind: z.enum(CONTROL_KINDS, "Choose what shows it"),
    /** The computed check that a "dod_check" stands on; null: any, and for every other kind. */
    checkId: z.string().min(1).max(60).nullable().default(null),
    evidence: text(1000).default(""),
    link: link.default(""),
  })
  .refine(({ kind, link }) => kind !== "manual" || link !== "", {
    path: ["link"],
    message: "Give the address of the evidence",
  })
  .transform((fields) => ({ ...fields, checkId: fields.kind === "dod_check" ? fields.checkId : null }))
export type ControlFields = z.output<typeof controlSchema>
