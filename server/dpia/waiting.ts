import { and, asc, eq, isNotNull, isNull, lte, or, sql } from "drizzle-orm"
import { assessments } from "@/db/schema/dpia"
import { products } from "@/db/schema/products"
import { approvalsOf } from "@/server/approvals/approvals-of"
import type { OpCtx } from "@/server/kernel/context"
import { own, rowsOf } from "@/server/kernel/database"
import type { WaitingThing } from "@/server/products/domain/waiting-thing"
import { productIdsWithin } from "@/server/products/within-reach"
import { addDays } from "@/server/strategy/domain/period"
import { assessmentKey, assessmentPath, assessmentState } from "./domain/assessment-row"
import { consultationClock } from "./domain/consultation"
import { decisionSql, screeningStateSql, standingOf, subjectsSql } from "./internal/screening-list"

const MOST = 100
/** How far ahead a review is news, in days. */
const AHEAD = 30
const page = (ctx: OpCtx, path: string) => `/${ctx.caller.workspace?.slug ?? ""}${path}`

type Owed = {
  type: string
  id: string
  name: string
  title: string
  path: string
  state: string
  assess: boolean
}

/** My products and items with personal data: not screened yet, or screened and without the assessment that it asks for. */
export async function waitingScreenings(ctx: OpCtx): Promise<WaitingThing[]> {
  const rows = await rowsOf<Owed>(
    ctx.db,
    sql`select u.type, u.id, u.name, u.title, u.path, ${screeningStateSql} as state,
        coalesce(${decisionSql} = 'assess', false) as assess
      from (select * from (${subjectsSql(ctx)}) every where owner_id = ${ctx.userId}) u ${standingOf(ctx)}
      where ${screeningStateSql} in ('due', 'in_progress', 'sent_back', 'outdated')
        or (${screeningStateSql} = 'approved' and ${decisionSql} = 'assess' and not exists (
          select 1 from assessments x where x.workspace_id = ${ctx.workspaceId} and x.archived_at is null
            and (x.item_id = u.id or x.product_id = u.product_id)))
      order by u.name limit ${MOST}`,
  )
  return rows.map(({ type, id, name, title, path, state, assess }): WaitingThing => {
    const subject = type === "item" ? `${name} ${title}` : name
    const missing = state === "approved" && assess
    return {
      kind: "assessment",
      id: `screening ${id}`,
      title: missing ? `${subject} needs an impact assessment` : `Screen ${subject} for an impact assessment`,
      detail: missing
        ? "Its screening asks for one, and nobody has begun it"
        : "It holds personal data. Until it is screened, nobody knows whether an assessment is required",
      state: missing ? "missing" : state === "due" ? "screening due" : "unfinished",
      action: {
        label: missing ? "Begin assessment" : "Screen",
        href: page(ctx, `/privacy/screenings${path}`),
      },
    }
  })
}

/** Assessments whose authors asked for the data protection officer's advice. */
export async function waitingAdvice(ctx: OpCtx): Promise<WaitingThing[]> {
  const within = productIdsWithin(ctx, "dpia.advise")
  const rows = await ctx.db
    .select({
      id: assessments.id,
      number: assessments.number,
      name: assessments.name,
      product: products.name,
    })
    .from(assessments)
    .innerJoin(products, own(ctx, products, eq(products.id, assessments.productId)))
    .where(
      own(
        ctx,
        assessments,
        isNotNull(assessments.adviceAskedAt),
        isNull(assessments.archivedAt),
        within && sql`${assessments.productId} in ${within}`,
      ),
    )
    .orderBy(asc(assessments.adviceAskedAt))
    .limit(MOST)
  return rows.map(({ id, number, name, product }) => ({
    kind: "assessment",
    id: `advice ${id}`,
    title: `Advise on ${assessmentKey(number)} ${name}`,
    detail: `${product}. It cannot be handed in without your advice (Art. 35(2) GDPR)`,
    state: "advice asked",
    action: { label: "Give advice", href: page(ctx, `${assessmentPath(number)}?part=opinions`) },
  }))
}

/** Reviews of my assessments that come near, and consultations of the authority that are due or whose time runs. */
export async function waitingReviewsOfAssessments(ctx: OpCtx): Promise<WaitingThing[]> {
  const today = ctx.now.slice(0, 10)
  const running = and(
    sql`${assessments.consultation} ->> 'receivedOn' is not null`,
    sql`${assessments.consultation} ->> 'adviceOn' is null`,
  )
  const risky = and(
    eq(assessments.riskWeight, "high"),
    sql`${assessments.consultation} ->> 'receivedOn' is null`,
  )
  const rows = await ctx.db
    .select()
    .from(assessments)
    .where(
      own(
        ctx,
        assessments,
        eq(assessments.authorId, ctx.userId),
        isNull(assessments.archivedAt),
        or(lte(assessments.reviewOn, addDays(today, AHEAD)), running, risky),
      ),
    )
    .orderBy(asc(assessments.reviewOn), asc(assessments.number))
    .limit(MOST)
  const ids = rows.map(({ id }) => id)
  const approvals = await approvalsOf(ctx, "dpia", ids)
  return rows.flatMap((row): WaitingThing[] => {
    const { id, number, name, reviewOn, consultation } = row
    const key = assessmentKey(number)
    const href = page(ctx, assessmentPath(number))
    const state = assessmentState({ ...row, approval: approvals.get(id) ?? null })
    const due = row.riskWeight === "high" && consultation.receivedOn === null && state === "approved"
    const clock = consultation.adviceOn === null ? consultationClock(consultation, today) : undefined
    const review: WaitingThing[] =
      reviewOn !== null && reviewOn <= addDays(today, AHEAD)
        ? [
            {
              kind: "assessment",
              id: `review ${id}`,
              title: `Review ${key} ${name}`,
              due: reviewOn,
              detail: "An assessment is reviewed at least when its risks change (Art. 35(11) GDPR)",
              state: "to review",
              action: { label: "Review assessment", href },
            },
          ]
        : []
    const consult: WaitingThing = {
      kind: "assessment",
      id: `consult ${id}`,
      title: `Consult the authority on ${key} ${name}`,
      detail:
        "A high risk remains. The product does not go live before the authority has advised (Art. 36 GDPR)",
      state: "consultation due",
      action: { label: "Prepare the dossier", href: `${href}?part=consultation` },
    }
    if (!clock) return due ? [...review, consult] : review
    return [
      ...review,
      {
        kind: "assessment",
        id: `consultation ${id}`,
        title: `The authority advises on ${key} ${name}`,
        detail: "The product does not go live before its advice (Art. 36 GDPR)",
        due: clock.dueOn,
        state: clock.state === "suspended" ? "clock stands" : "consultation",
        action: { label: "Open consultation", href: `${href}?part=consultation` },
      },
    ]
  })
}
