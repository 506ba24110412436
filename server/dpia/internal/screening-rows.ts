import { and, desc, eq, type SQL } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { users } from "@/db/schema/members"
import { personalDataDeclarations, screenings, screeningVersions } from "@/db/schema/screenings"
import { approvalsOf } from "@/server/approvals/approvals-of"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { screeningVerdict, unanswered, verdictReason } from "../domain/screening"
import { mayDecide } from "../domain/screening-decision"
import type { ScreeningSubject } from "../domain/screening-input"
import type { DeclarationRow, ScreeningDetails } from "../domain/screening-row"
import { factDrift } from "./known-facts"

export type ScreeningRow = typeof screenings.$inferSelect

const ofSubject = (
  table: { productId: typeof screenings.productId; itemId: typeof screenings.itemId },
  subject: ScreeningSubject,
) => ("productId" in subject ? eq(table.productId, subject.productId) : eq(table.itemId, subject.itemId))

/** The row of a screening. @throws NOT_FOUND */
export async function fetchScreening(ctx: OpCtx, id: string): Promise<ScreeningRow> {
  const [row] = await ctx.db
    .select()
    .from(screenings)
    .where(own(ctx, screenings, eq(screenings.id, id)))
  if (!row) throw notFound("The screening")
  return row
}

/** The same, locked until the end of the command. @throws NOT_FOUND */
export async function lockScreening(ctx: OpCtx, id: string): Promise<ScreeningRow> {
  const [row] = await ctx.db
    .select()
    .from(screenings)
    .where(own(ctx, screenings, eq(screenings.id, id)))
    .for("update")
  if (!row) throw notFound("The screening")
  return row
}

export async function screeningOf(ctx: OpCtx, subject: ScreeningSubject): Promise<ScreeningRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(screenings)
    .where(own(ctx, screenings, ofSubject(screenings, subject)))
  return row
}

/** What was declared last about a subject; null when nobody has said anything. */
export async function declarationOf(ctx: OpCtx, subject: ScreeningSubject): Promise<DeclarationRow | null> {
  const condition: SQL =
    "productId" in subject
      ? eq(personalDataDeclarations.productId, subject.productId)
      : eq(personalDataDeclarations.itemId, subject.itemId)
  const [row] = await ctx.db
    .select({
      personalData: personalDataDeclarations.personalData,
      note: personalDataDeclarations.note,
      by: { id: users.id, name: users.name },
      at: personalDataDeclarations.declaredAt,
    })
    .from(personalDataDeclarations)
    .innerJoin(users, eq(users.id, personalDataDeclarations.declaredBy))
    .where(own(ctx, personalDataDeclarations, condition))
    .orderBy(desc(personalDataDeclarations.declaredAt), desc(personalDataDeclarations.id))
    .limit(1)
  return row ?? null
}

function selectVersions(ctx: OpCtx, screeningId: string) {
  return ctx.db
    .select({
      version: screeningVersions.version,
      verdict: screeningVersions.verdict,
      decision: screeningVersions.decision,
      by: { id: users.id, name: users.name },
      at: screeningVersions.submittedAt,
    })
    .from(screeningVersions)
    .innerJoin(users, eq(users.id, screeningVersions.submittedBy))
    .where(own(ctx, screeningVersions, eq(screeningVersions.screeningId, screeningId)))
    .orderBy(desc(screeningVersions.version))
}

const viewers = alias(users, "viewers")

/** Why a screening cannot be handed in; null when it can. */
export function obstacleOf(row: ScreeningRow): string | null {
  if (row.submittedAt !== null) return "This version was handed in already"
  if (row.description.trim() === "") return "Describe what is processed"
  const open = unanswered(row.answers).length
  const verdict = screeningVerdict(row.answers)
  if (!verdict) return `${open} ${open === 1 ? "question is" : "questions are"} not answered yet`
  const may = mayDecide(verdict, row)
  return may.ok ? null : may.reason
}

/** A screening with its versions and its approval. @throws NOT_FOUND */
export async function screeningDetails(ctx: OpCtx, id: string): Promise<ScreeningDetails> {
  const row = await fetchScreening(ctx, id)
  const [versions, approvals, drift, [viewer]] = await Promise.all([
    selectVersions(ctx, id),
    approvalsOf(ctx, "screening", [id]),
    factDrift(ctx, "screening", id),
    ctx.db
      .select({ id: viewers.id, name: viewers.name })
      .from(screenings)
      .innerJoin(viewers, eq(viewers.id, screenings.dpoViewBy))
      .where(and(own(ctx, screenings, eq(screenings.id, id)))),
  ])
  const { version, lock, description, answers, notes, verdict, decision, reason, occasion } = row
  const { submittedAt, updatedAt, dpoView, dpoViewAt } = row
  return {
    id,
    version,
    lock,
    description,
    answers,
    notes,
    verdict,
    decision,
    reason,
    occasion,
    verdictReason: verdictReason(answers) ?? null,
    unanswered: unanswered(answers),
    dpoView: viewer && dpoViewAt ? { text: dpoView, by: viewer, at: dpoViewAt } : null,
    obstacle: obstacleOf(row),
    submittedAt,
    updatedAt,
    versions,
    approval: approvals.get(id) ?? null,
    drift,
  }
}
