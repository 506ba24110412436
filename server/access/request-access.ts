import { eq, isNull } from "drizzle-orm"
import { accessRequests } from "@/db/schema/access"
import { memberships } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { invalid, invalidField, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { daysProblem, endOfDay, requestFields, rightsWords, startOfDay } from "./domain/request"
import { fetchAccess, selectAccess } from "./internal/access-rows"
import { askApproval } from "./internal/ask-approval"
import { getSubject, type Subject } from "./internal/subject"

/** Locks the person, so that two requests for them follow one another. @throws INVALID for somebody from outside */
async function lockPerson(ctx: OpCtx, userId: string): Promise<void> {
  const [member] = await ctx.db
    .select({ id: memberships.userId })
    .from(memberships)
    .where(own(ctx, memberships, eq(memberships.userId, userId), isNull(memberships.leftAt)))
    .for("update")
  if (!member) throw invalidField("beneficiaryId", "Choose a member of this workspace")
}

/** @throws RULE_BROKEN when the same was asked and waits, or when access that holds would be doubled instead of renewed */
async function refuseDouble(ctx: OpCtx, subject: Subject, beneficiaryId: string, renewsId: string | null) {
  const of = subject.type === "product" ? accessRequests.productId : accessRequests.assetId
  const rows = await selectAccess(ctx, eq(of, subject.id), eq(accessRequests.beneficiaryId, beneficiaryId))
  const waiting = rows.find(({ state }) => state === "waiting" || state === "changes")
  if (waiting) throw ruleBroken(`${waiting.beneficiary.name} has a request for ${subject.name} that waits`)
  const active = rows.find(({ state }) => state === "active" || state === "upcoming")
  if (active && renewsId === null)
    throw ruleBroken(
      `${active.beneficiary.name} has access to ${subject.name} already. Renew it, or give it back first`,
    )
}

async function checkRenewal(ctx: OpCtx, subject: Subject, beneficiaryId: string, renewsId: string) {
  const before = await fetchAccess(ctx, renewsId)
  if (before.subject.id !== subject.id || before.beneficiary.id !== beneficiaryId)
    throw invalidField("renewsId", "A renewal is for the same person and the same data")
  if (before.approvedAt === null) throw invalidField("renewsId", "Only access that was given can be renewed")
}

/**
 * Asks for access to a product or a data asset, for oneself or for somebody else. A renewal is a request of its own that
 * names the access it continues. @throws NOT_FOUND, INVALID naming the field, RULE_BROKEN for a double.
 */
export const requestAccess = command("access.requestAccess", {
  permission: "access.request",
  at: async (ctx, input) => (await getSubject(ctx, input)).scope,
  input: requestFields,
  async run(ctx, { productId, assetId, renewsId, ...input }) {
    const subject = await getSubject(ctx, { productId, assetId })
    const beneficiaryId = input.beneficiaryId ?? ctx.userId
    const today = ctx.now.slice(0, 10)
    const problem = daysProblem(input, today)
    if (problem) throw invalid([problem])
    await lockPerson(ctx, beneficiaryId)
    await refuseDouble(ctx, subject, beneficiaryId, renewsId)
    if (renewsId !== null) await checkRenewal(ctx, subject, beneficiaryId, renewsId)
    const { fromDay, untilDay, purpose, reason, rights } = input
    const row = {
      id: newId(Date.parse(ctx.now)),
      productId,
      assetId,
      requestedBy: ctx.userId,
      beneficiaryId,
      purpose,
      reason: reason.toWellFormed(),
      rights,
      validFrom: fromDay === null || fromDay === today ? ctx.now : startOfDay(fromDay),
      validUntil: endOfDay(untilDay),
      renewsId,
      requestedAt: ctx.now,
    }
    await ctx.db.insert(accessRequests).values({ workspaceId: ctx.workspaceId, ...row })
    const asked = { ...row, version: 1, subject, terms: input }
    const { approvalId, name } = await askApproval(ctx, asked)
    ctx.record({
      targets: [
        { type: "access", id: row.id, name },
        { type: subject.type, id: subject.id, name: subject.name },
      ],
      summary: `${renewsId ? "Asked to renew" : "Asked for"} ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
      after: { rights: rightsWords(rights), purpose, from: row.validFrom, until: row.validUntil, renewsId },
      reason,
    })
    return { id: row.id, approvalId }
  },
})
