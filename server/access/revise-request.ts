import { eq } from "drizzle-orm"
import { z } from "zod"
import { accessRequests } from "@/db/schema/access"
import { own } from "@/server/kernel/database"
import { conflict, forbidden, invalid, notFound, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { daysProblem, endOfDay, requestTerms, startOfDay } from "./domain/request"
import { fetchAccess } from "./internal/access-rows"
import { askApproval } from "./internal/ask-approval"
import { getSubject } from "./internal/subject"

/**
 * Changes the terms of one's own request that is not decided, and asks again for the new version: what to do when
 * changes were asked for, such as fewer rights or an earlier end. @throws NOT_FOUND, FORBIDDEN, CONFLICT, RULE_BROKEN
 */
export const reviseRequest = command("access.reviseRequest", {
  permission: "access.request",
  at: "rows",
  input: z.object({ id: z.uuid(), version: z.number().int(), terms: requestTerms }),
  async run(ctx, { id, version, terms }) {
    const [row] = await ctx.db
      .select()
      .from(accessRequests)
      .where(own(ctx, accessRequests, eq(accessRequests.id, id)))
      .for("update")
    if (!row) throw notFound("The access request")
    const shown = await fetchAccess(ctx, id)
    if (row.requestedBy !== ctx.userId) throw forbidden("Only whoever asked changes the request")
    if (row.version !== version) throw conflict("The request", shown)
    if (shown.state !== "waiting" && shown.state !== "changes")
      throw ruleBroken("The request is decided. Ask anew, and name this one as what it renews")
    const today = ctx.now.slice(0, 10)
    const problem = daysProblem(terms, today)
    if (problem) throw invalid([problem])
    const subject = await getSubject(ctx, row)
    const next = {
      purpose: terms.purpose,
      reason: terms.reason.toWellFormed(),
      rights: terms.rights,
      validFrom: terms.fromDay === null || terms.fromDay === today ? ctx.now : startOfDay(terms.fromDay),
      validUntil: endOfDay(terms.untilDay),
      version: version + 1,
    }
    await ctx.db
      .update(accessRequests)
      .set(next)
      .where(own(ctx, accessRequests, eq(accessRequests.id, id)))
    const { approvalId, name } = await askApproval(ctx, { ...row, ...next, subject, terms })
    ctx.record({
      targets: [{ type: "access", id, name }],
      summary: `Changed the request for ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
      before: { rights: row.rights, purpose: row.purpose, from: row.validFrom, until: row.validUntil },
      after: { rights: next.rights, purpose: next.purpose, from: next.validFrom, until: next.validUntil },
      reason: terms.reason,
    })
    return { id, version: next.version, approvalId }
  },
})
