import type { NamedPerson } from "@/server/products/domain/product"
import type { Decision, Funding, InitiativeWarning } from "./initiative"

/** An initiative on the roadmap. Amounts are decimal text in the workspace's currency. */
export type InitiativeRow = {
  id: string
  name: string
  sponsor: NamedPerson | null
  owner: NamedPerson | null
  objective: { id: string; key: string; title: string } | null
  keyResult: { id: string; metric: string } | null
  startQuarter: string
  endQuarter: string
  version: number
  funding: Funding
  /** Spent by quarter of its date. */
  spentBy: { quarter: string; amount: string }[]
  /** The request that waits for a decision. */
  open: { requestId: string; amount: string; askedById: string; askedByName: string; askedAt: string } | null
  warnings: InitiativeWarning[]
}

export type FundingRequestRow = {
  id: string
  amount: string
  currency: string
  reason: string
  askedBy: NamedPerson
  askedAt: string
  decision: { decision: Decision; amount: string; reason: string; by: NamedPerson; at: string } | null
}

export type SpendingRow = {
  id: string
  spentOn: string
  amount: string
  currency: string
  note: string
  by: NamedPerson
  bookedAt: string
  supersedes: string | null
  supersededBy: string | null
  reason: string | null
}
