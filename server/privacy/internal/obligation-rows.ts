import { asc, eq, inArray, isNull, type SQL } from "drizzle-orm"
import { users } from "@/db/schema/members"
import { obligationControls, obligations, privacyControls } from "@/db/schema/privacy-obligations"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"

/** Obligations in force with their owner and their controls, by regulation and article. */
export async function selectObligations(ctx: OpCtx, ...conditions: (SQL | undefined)[]) {
  const rows = await ctx.db
    .select({
      id: obligations.id,
      regulation: obligations.regulation,
      article: obligations.article,
      title: obligations.title,
      note: obligations.note,
      source: obligations.source,
      owner: { id: users.id, name: users.name },
      reviewedOn: obligations.reviewedOn,
      nextReviewOn: obligations.nextReviewOn,
      version: obligations.version,
    })
    .from(obligations)
    .leftJoin(users, eq(users.id, obligations.ownerId))
    .where(own(ctx, obligations, isNull(obligations.retiredAt), ...conditions))
    .orderBy(asc(obligations.regulation))
  if (rows.length === 0) return []
  const links = await ctx.db
    .select({ obligationId: obligationControls.obligationId, controlId: obligationControls.controlId })
    .from(obligationControls)
    .where(own(ctx, obligationControls))
  const byObligation = Map.groupBy(links, ({ obligationId }) => obligationId)
  return rows
    .map((row) => ({
      ...row,
      controlIds: (byObligation.get(row.id) ?? []).map(({ controlId }) => controlId),
    }))
    .sort(
      (a, b) =>
        a.regulation.localeCompare(b.regulation, "en") * -1 ||
        a.article.localeCompare(b.article, "en", { numeric: true }),
    )
}
type ObligationRow = Awaited<ReturnType<typeof selectObligations>>[number]

/** An obligation in force. @throws NOT_FOUND */
export async function fetchObligation(ctx: OpCtx, id: string): Promise<ObligationRow> {
  const [row] = await selectObligations(ctx, eq(obligations.id, id))
  if (!row) throw notFound("The obligation")
  return row
}

export const selectControls = (ctx: OpCtx, ...conditions: (SQL | undefined)[]) =>
  ctx.db
    .select({
      id: privacyControls.id,
      name: privacyControls.name,
      kind: privacyControls.kind,
      checkId: privacyControls.checkId,
      evidence: privacyControls.evidence,
      link: privacyControls.link,
      version: privacyControls.version,
    })
    .from(privacyControls)
    .where(own(ctx, privacyControls, ...conditions))
    .orderBy(asc(privacyControls.name))

/** A control. @throws NOT_FOUND */
export async function fetchControl(ctx: OpCtx, id: string) {
  const [row] = await selectControls(ctx, eq(privacyControls.id, id))
  if (!row) throw notFound("The control")
  return row
}

/** @throws NOT_FOUND unless every control is here. */
export async function requireControls(ctx: OpCtx, controlIds: readonly string[]): Promise<void> {
  if (controlIds.length === 0) return
  const rows = await selectControls(ctx, inArray(privacyControls.id, [...controlIds]))
  if (rows.length < new Set(controlIds).size) throw notFound("The control")
}

/** Puts these controls in the place of those it had. */
export async function writeControls(ctx: OpCtx, obligationId: string, controlIds: readonly string[]) {
  await ctx.db
    .delete(obligationControls)
    .where(own(ctx, obligationControls, eq(obligationControls.obligationId, obligationId)))
  const rows = [...new Set(controlIds)].map((controlId) => ({
    workspaceId: ctx.workspaceId,
    obligationId,
    controlId,
  }))
  if (rows.length > 0) await ctx.db.insert(obligationControls).values(rows)
}

/** What an audit record names. */
export const obligationTargets = ({
  id,
  regulation,
  article,
}: Pick<ObligationRow, "id" | "regulation" | "article">) => [
  { type: "obligation", id, name: `${regulation} ${article}` },
]
