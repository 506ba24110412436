import { inArray } from "drizzle-orm"
import { users } from "@/db/schema/members"
import { submitForApproval } from "@/server/approvals/submit-for-approval"
import { classificationOf } from "@/server/catalog/classification-of"
import type { OpCtx } from "@/server/kernel/context"
import { addDays } from "../domain/days"
import { lastDayOf, PURPOSE_LABELS, type RequestTerms, rightsWords } from "../domain/request"
import { whoHolds } from "./held-grants"
import type { Subject } from "./subject"

/** Days within which a decision is asked for. */
const DECIDE_WITHIN = 7

type Asked = {
  id: string
  version: number
  subject: Subject
  beneficiaryId: string
  terms: RequestTerms
  validFrom: string
  validUntil: string
  renewsId: string | null
}

/**
 * Asks those who answer for the product or asset and may decide, or everybody who may when none of them can. Neither
 * the requester nor the person who would get the access is among them.
 */
export async function askApproval(ctx: OpCtx, asked: Asked): Promise<{ approvalId: string; name: string }> {
  const { id, version, subject, beneficiaryId, terms, validFrom, validUntil, renewsId } = asked
  const [person] = await ctx.db
    .select({ name: users.name })
    .from(users)
    .where(inArray(users.id, [beneficiaryId]))
  const name = `Access of ${person?.name} to ${subject.name}`
  const able = await whoHolds(ctx, subject.answerable, "access.approve", subject.scope)
  const level = subject.productId
    ? (await classificationOf(ctx, [subject.productId])).get(subject.productId)?.levelName
    : undefined
  const rights = rightsWords(terms.rights).toLowerCase()
  const until = lastDayOf(validUntil)
  const { requestId } = await submitForApproval(ctx, {
    kind: "access_request",
    subjectId: id,
    version,
    name,
    path: `/access/${id}`,
    scope: subject.scope,
    content: {
      person: person?.name ?? "",
      [subject.type === "product" ? "product" : "data asset"]: subject.name,
      rights: rightsWords(terms.rights),
      from: validFrom.slice(0, 10),
      until,
      purpose: PURPOSE_LABELS[terms.purpose],
      reason: terms.reason,
      ...(level && { classification: level }),
      ...(renewsId && { renews: renewsId }),
    },
    statement: `I authorise ${person?.name} to ${rights} ${subject.name} until ${until}, for the purpose stated.`,
    contributors: [{ userId: beneficiaryId, part: "author" }],
    reviewerIds: able.filter((userId) => userId !== ctx.userId && userId !== beneficiaryId),
    dueOn: addDays(ctx.now.slice(0, 10), DECIDE_WITHIN),
    endsAt: validUntil,
    note: terms.reason,
  })
  return { approvalId: requestId, name }
}
