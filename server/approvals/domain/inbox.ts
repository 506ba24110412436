import { z } from "zod"
import { APPROVAL_STATES, type ApprovalState, kindSchema } from "./approval"
import type { ApprovalKind } from "./kinds"

export const INBOX_VIEWS = ["waiting", "asked", "all"] as const
export type InboxView = (typeof INBOX_VIEWS)[number]

const some = <T extends z.ZodType>(item: T) => z.array(item).max(20).default([])

export const inboxFilterSchema = z.object({
  /** What waits on the reader, what they asked for, or everything they may see. */
  view: z.enum(INBOX_VIEWS).default("waiting"),
  kinds: some(kindSchema),
  states: some(z.enum(APPROVAL_STATES)),
  /** Only those that still wait after their due date. */
  overdue: z.boolean().default(false),
  unread: z.boolean().default(false),
})
export type InboxFilter = z.output<typeof inboxFilterSchema>

/** One line of the inbox. */
export type InboxRow = {
  id: string
  kind: ApprovalKind
  subjectId: string
  subjectName: string
  subjectVersion: number
  state: ApprovalState
  outdatedBy: number | null
  approvedAt: string | null
  required: number
  approvals: number
  dueOn: string | null
  overdue: boolean
  /** What was asked for has ended by its own date, decided or not. */
  ended: boolean
  requestedBy: { id: string; name: string }
  requestedAt: string
  remindedAt: string | null
  /** The domain or product where it lies; null for the workspace. */
  placeName: string | null
  unread: boolean
  waitsOnMe: boolean
}

/** Most requests that are counted for the navigation. */
export const COUNTED = 100
