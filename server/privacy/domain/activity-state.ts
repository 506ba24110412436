import { z } from "zod"
import type { ApprovalSummary } from "@/server/approvals/domain/approval"

/** Derived from the approval of the present version; nothing of it is stored. */
export const ACTIVITY_STATES = [
  "draft",
  "in_review",
  "sent_back",
  "outdated",
  "approved",
  "deprecated",
] as const
export type ActivityState = (typeof ACTIVITY_STATES)[number]

export const ACTIVITY_STATE_LABELS: Record<ActivityState, string> = {
  draft: "Draft",
  in_review: "In review",
  sent_back: "Sent back",
  outdated: "Changed after approval",
  approved: "Approved",
  deprecated: "Deprecated",
}

type Standing = { deprecatedAt: string | null; version: number; approval: ApprovalSummary | null }

/** How the present version stands: an edit makes a version of its own, so it outdates an approval at once. */
export function activityState({ deprecatedAt, version, approval }: Standing): ActivityState {
  if (deprecatedAt !== null) return "deprecated"
  const present = approval?.version === version ? approval.state : null
  if (present === "approved") return "approved"
  if (present === "open") return "in_review"
  if (present === "changes_requested" || present === "rejected") return "sent_back"
  return approval?.approvedAt ? "outdated" : "draft"
}

/** What the register shows. Empty lists mean "any", but without states the deprecated ones are left out. */
export const activityFilter = z.object({
  search: z.string().trim().max(200).default(""),
  states: z.array(z.enum(ACTIVITY_STATES)).max(ACTIVITY_STATES.length).default([]),
  roles: z
    .array(z.enum(["controller", "processor"]))
    .max(2)
    .default([]),
  productIds: z.array(z.uuid()).max(100).default([]),
  /** "incomplete": misses something; "special": special categories; "transfer": data leaves the Union. */
  marks: z
    .array(z.enum(["incomplete", "special", "transfer"]))
    .max(3)
    .default([]),
})
export type ActivityFilter = z.output<typeof activityFilter>
