import { no, type Verdict, yes } from "@/server/kernel/domain/verdict"
import type { AccessRow } from "./access-row"

/** Who ends access before its time: whoever decides about it, and the person who has it or who asked for it. */
export function mayRevokeAccess(
  row: Pick<AccessRow, "state" | "beneficiary" | "requester">,
  userId: string,
  decides: boolean,
): Verdict {
  if (row.state !== "active" && row.state !== "upcoming") return no("Only access that holds can be revoked")
  if (!decides && row.beneficiary.id !== userId && row.requester.id !== userId)
    return no("Only a steward, an owner or whoever has the access ends it")
  return yes
}

/** What may be recorded as carried out. */
export function mayRecord(row: AccessRow, act: "granted" | "removed"): Verdict {
  if (row.approvedAt === null) return no("This access was never approved")
  if (act === "granted") return row.granted ? no("It is recorded as set up already") : yes
  if (row.removed) return no("It is recorded as removed already")
  if (!row.granted) return no("It was never recorded as set up, so there is nothing to remove")
  return row.state === "expired" || row.state === "revoked"
    ? yes
    : no("It still holds; revoke it before it is removed")
}

/** Access that ends within these days is worth a word. */
export const ENDS_SOON_DAYS = 14
