import type { AccessState } from "./access-state"
import type { AccessRight, Purpose } from "./request"

type Named = { id: string; name: string }
/** Who did it where the data is, on which day, and where that can be seen. */
export type Execution = { by: string; on: string; evidence: string }

/** One request as lists and pages show it, with the state it has at the moment of reading. */
export type AccessRow = {
  id: string
  /** `key` is the readable part of the address. */
  subject: { type: "product" | "asset"; id: string; key: string; name: string }
  /** The product itself, or that of the asset; null for an asset outside of products. */
  product: { id: string; slug: string; name: string; domainId: string } | null
  beneficiary: Named
  requester: Named
  purpose: Purpose
  reason: string
  rights: AccessRight[]
  validFrom: string
  /** The first moment without access. */
  validUntil: string
  requestedAt: string
  renewsId: string | null
  version: number
  /** The request for approval of the present version. */
  approvalId: string | null
  approvedAt: string | null
  /** From when it holds, if approved. */
  begins: string
  /** When it ended or will end, whatever ends it. */
  ends: string
  state: AccessState
  /** `by` is null when the person left. */
  revocation: { at: string; by: string | null; reason: string } | null
  granted: Execution | null
  removed: Execution | null
}
