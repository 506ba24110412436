import { desc, isNull, or } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import { assessments } from "@/db/schema/dpia"
import { personalDataDeclarations, screenings } from "@/db/schema/screenings"
import { approvalsOf } from "@/server/approvals/approvals-of"
import { changedFacts } from "@/server/dpia/changed-facts"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { CheckSubject } from "../../check-provider"
import { isOneOf } from "../one-of"

/** Rows about the subjects themselves, and about the products that items belong to. */
function about(table: { productId: PgColumn; itemId: PgColumn }, subjects: readonly CheckSubject[]) {
  const items = subjects.filter(({ type }) => type === "item").map(({ id }) => id)
  const products = subjects.flatMap(({ productId }) => productId ?? [])
  return or(isOneOf(table.itemId, items), isOneOf(table.productId, products))
}

/** Assessments in use, screenings and declarations of the subjects, each with its approval, in a few queries. */
export async function dpiaFacts(ctx: OpCtx, subjects: readonly CheckSubject[]) {
  const [made, screened, declared] = await Promise.all([
    ctx.db
      .select({
        id: assessments.id,
        number: assessments.number,
        productId: assessments.productId,
        itemId: assessments.itemId,
        version: assessments.version,
      })
      .from(assessments)
      .where(own(ctx, assessments, isNull(assessments.archivedAt), about(assessments, subjects))),
    ctx.db
      .select({
        id: screenings.id,
        productId: screenings.productId,
        itemId: screenings.itemId,
        version: screenings.version,
        decision: screenings.decision,
        verdict: screenings.verdict,
      })
      .from(screenings)
      .where(own(ctx, screenings, about(screenings, subjects))),
    ctx.db
      .select({
        productId: personalDataDeclarations.productId,
        itemId: personalDataDeclarations.itemId,
        personalData: personalDataDeclarations.personalData,
        at: personalDataDeclarations.declaredAt,
      })
      .from(personalDataDeclarations)
      .where(own(ctx, personalDataDeclarations, about(personalDataDeclarations, subjects)))
      .orderBy(desc(personalDataDeclarations.declaredAt), desc(personalDataDeclarations.id)),
  ])
  const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
  const [dpias, verdicts, underDpias, underVerdicts] = await Promise.all([
    approvalsOf(ctx, "dpia", idsOf(made)),
    approvalsOf(ctx, "screening", idsOf(screened)),
    changedFacts(ctx, "assessment", idsOf(made)),
    changedFacts(ctx, "screening", idsOf(screened)),
  ])
  return {
    assessments: made.map((row) => ({
      ...row,
      approval: dpias.get(row.id) ?? null,
      changes: underDpias.get(row.id) ?? [],
    })),
    screenings: screened.map((row) => ({
      ...row,
      approval: verdicts.get(row.id) ?? null,
      changes: underVerdicts.get(row.id) ?? [],
    })),
    declarations: declared,
  }
}

export type DpiaFacts = Awaited<ReturnType<typeof dpiaFacts>>

/** What counts for a subject: what is about the item itself, otherwise what is about its product as a whole. */
export function closest<Row extends { itemId: string | null; productId: string | null }>(
  rows: readonly Row[],
  { type, id, productId }: Pick<CheckSubject, "type" | "id" | "productId">,
): Row[] {
  const itsOwn = type === "item" ? rows.filter(({ itemId }) => itemId === id) : []
  return itsOwn.length > 0
    ? itsOwn
    : rows.filter((row) => row.itemId === null && row.productId === productId && productId !== null)
}
