import type { ScopedPermission } from "@/server/kernel/domain/permissions"

type KindFacts = {
  /** What is decided on, in a sentence about it: "Impact assessment". */
  label: string
  /** Who may decide, asked where the subject lies. */
  permission: ScopedPermission
  /** How many different people have to approve, unless the request asks for another number. */
  required: number
  /** What an approval means: printed with every signature. */
  meaning: string
}

/** Everything that is ever approved. A feature adds its line here and its permission in kernel/domain/permissions.ts. */
export const APPROVAL_KINDS = {
  screening: {
    label: "Screening",
    permission: "dpia.approve",
    required: 1,
    meaning: "Agreement with the verdict of the screening",
  },
  dpia: {
    label: "Impact assessment",
    permission: "dpia.approve",
    required: 1,
    meaning: "Acceptance of the assessment and of the risks that remain",
  },
  processing: {
    label: "Record of processing",
    permission: "privacy.approve",
    required: 1,
    meaning: "Confirmation that the record is complete and right",
  },
  ethics: {
    label: "Ethics checkpoint",
    permission: "ethics.approve",
    required: 1,
    meaning: "Responsibility for going on as described",
  },
  waiver: {
    label: "Waiver",
    permission: "dod.waive",
    required: 1,
    meaning: "Acceptance of the risk until the waiver ends",
  },
  access_request: {
    label: "Access request",
    permission: "access.approve",
    required: 1,
    meaning: "Authorisation of the access for the purpose and the time asked",
  },
} as const satisfies Record<string, KindFacts>

export type ApprovalKind = keyof typeof APPROVAL_KINDS
export const ALL_KINDS = Object.keys(APPROVAL_KINDS) as ApprovalKind[]
