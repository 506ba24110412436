import { asc, desc, eq } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { assessmentEditors, assessmentRevisions } from "@/db/schema/dpia"
import { assessmentActions } from "@/db/schema/dpia-content"
import { users } from "@/db/schema/members"
import { products } from "@/db/schema/products"
import { approvalsOf } from "@/server/approvals/approvals-of"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { NamedPerson } from "@/server/products/domain/product"
import { peopleNamed } from "@/server/products/people-named"
import {
  type ActionRow,
  type AssessmentDetails,
  assessmentKey,
  assessmentState,
} from "../domain/assessment-row"
import { partProgress, submitProblems } from "../domain/completeness"
import { consultationClock } from "../domain/consultation"
import { NO_DOSSIER } from "../domain/dossier-texts"
import { PARTS } from "../domain/questions"
import { needsConsultation } from "../domain/risk"
import { riskRows } from "../domain/risk-rows"
import type { AssessmentRecord } from "./assessment-rows"
import { factDrift } from "./known-facts"
import { linkedFacts } from "./linked-facts"
import { type AssessmentRows, contentOf, loadRows } from "./load-content"

async function selectActions(ctx: OpCtx, assessmentId: string): Promise<ActionRow[]> {
  const rows = await ctx.db
    .select({
      id: assessmentActions.id,
      reference: assessmentActions.reference,
      itemId: items.id,
      key: items.key,
      title: items.title,
      status: items.status,
      owner: { id: users.id, name: users.name },
      dueOn: items.dueDate,
      archivedAt: items.archivedAt,
    })
    .from(assessmentActions)
    .innerJoin(items, own(ctx, items, eq(items.id, assessmentActions.itemId)))
    .leftJoin(users, eq(users.id, items.ownerId))
    .where(own(ctx, assessmentActions, eq(assessmentActions.assessmentId, assessmentId)))
    .orderBy(asc(assessmentActions.createdAt), asc(assessmentActions.id))
  return rows.map(({ id, reference, itemId, archivedAt, ...item }) => ({
    id,
    reference,
    item: { id: itemId, ...item, archived: archivedAt !== null },
  }))
}

async function selectPlace(ctx: OpCtx, row: AssessmentRecord) {
  const [[product], [item]] = await Promise.all([
    ctx.db
      .select({ id: products.id, slug: products.slug, name: products.name })
      .from(products)
      .where(own(ctx, products, eq(products.id, row.productId))),
    ctx.db
      .select({ id: items.id, key: items.key, title: items.title })
      .from(items)
      .where(own(ctx, items, eq(items.id, row.itemId ?? row.productId))),
  ])
  return { product: product!, item: item ?? null }
}

function selectRevisions(ctx: OpCtx, assessmentId: string) {
  return ctx.db
    .select({
      version: assessmentRevisions.version,
      by: { id: users.id, name: users.name },
      at: assessmentRevisions.submittedAt,
      note: assessmentRevisions.note,
    })
    .from(assessmentRevisions)
    .innerJoin(users, eq(users.id, assessmentRevisions.submittedBy))
    .where(own(ctx, assessmentRevisions, eq(assessmentRevisions.assessmentId, assessmentId)))
    .orderBy(desc(assessmentRevisions.version))
}

/** Who wrote in which version, newest first. */
export function selectEditors(ctx: OpCtx, assessmentId: string) {
  return ctx.db
    .select({
      version: assessmentEditors.version,
      person: { id: users.id, name: users.name },
      at: assessmentEditors.at,
    })
    .from(assessmentEditors)
    .innerJoin(users, eq(users.id, assessmentEditors.userId))
    .where(own(ctx, assessmentEditors, eq(assessmentEditors.assessmentId, assessmentId)))
    .orderBy(desc(assessmentEditors.version), asc(assessmentEditors.at))
}

type Person = (id: string | null) => NamedPerson | null

function adviceOf(row: AssessmentRecord, person: Person): AssessmentDetails["advice"] {
  const { overruleReason, overruledBy, overruledAt } = row
  return {
    askedAt: row.adviceAskedAt,
    askedBy: person(row.adviceAskedBy),
    names: row.dpoNames,
    opinion: row.dpoOpinion,
    status: row.dpoStatus,
    by: person(row.adviceBy),
    at: row.adviceAt,
    version: row.adviceVersion,
    overruled:
      overruleReason === "" ? null : { reason: overruleReason, by: person(overruledBy), at: overruledAt },
  }
}

function listsOf(rows: AssessmentRows, person: Person, usedBy: (measureId: string) => string[]) {
  return {
    answers: rows.answers.map(({ questionId, text, gauge, list, version, updatedBy, updatedAt }) => ({
      questionId,
      text,
      gauge,
      list,
      version,
      by: person(updatedBy),
      at: updatedAt,
    })),
    measures: rows.measures.map(({ id, number, title, content, kind, version }) => ({
      id,
      number,
      title,
      content,
      kind,
      version,
      usedBy: usedBy(id),
    })),
    evaluations: rows.evaluations.map((one) => ({
      reference: one.reference,
      status: one.status,
      comment: one.comment,
      plan: one.plan,
      residual: { severity: one.severity, likelihood: one.likelihood },
      personInCharge: one.personInCharge,
      dueOn: one.dueOn,
      by: person(one.evaluatedBy),
      at: one.evaluatedAt,
      version: one.version,
    })),
    comments: rows.comments.map(({ id, questionId, measureId, text, authorId, createdAt }) => ({
      id,
      questionId,
      measureId,
      text,
      by: person(authorId),
      at: createdAt,
    })),
  }
}

function everybodyIn(row: AssessmentRecord, rows: AssessmentRows): (string | null)[] {
  return [
    ...[row.authorId, row.createdBy, row.adviceAskedBy, row.adviceBy, row.overruledBy, row.archivedBy],
    ...rows.answers.map(({ updatedBy }) => updatedBy),
    ...rows.evaluations.map(({ evaluatedBy }) => evaluatedBy),
    ...rows.comments.map(({ authorId }) => authorId),
  ]
}

/** An assessment with everything its page shows. */
export async function assessmentDetails(ctx: OpCtx, row: AssessmentRecord): Promise<AssessmentDetails> {
  const { id, number, name, category, version, lock, progress, reviewOn, updatedAt, createdAt } = row
  const rows = await loadRows(ctx, id)
  const [place, actions, facts, drift, revisions, editors, approvals, names] = await Promise.all([
    selectPlace(ctx, row),
    selectActions(ctx, id),
    linkedFacts(ctx, row.productId),
    factDrift(ctx, "assessment", id),
    selectRevisions(ctx, id),
    selectEditors(ctx, id),
    approvalsOf(ctx, "dpia", [id]),
    peopleNamed(ctx, everybodyIn(row, rows)),
  ])
  const person: Person = (userId) => (userId === null ? null : (names.get(userId) ?? null))
  const unknown = { id: row.authorId, name: row.authorName }
  const content = contentOf(row, rows)
  const risks = riskRows(content, rows.risks)
  const usedBy = (measureId: string) =>
    risks
      .filter(({ measures }) => measures.some((entry) => entry.measureId === measureId))
      .map((risk) => risk.id)
  const approval = approvals.get(id) ?? null
  const today = ctx.now.slice(0, 10)
  return {
    id,
    key: assessmentKey(number),
    name,
    category,
    ...place,
    version,
    lock,
    progress,
    reviewOn,
    updatedAt,
    createdAt,
    riskWeight: row.riskWeight,
    author: person(row.authorId) ?? unknown,
    state: assessmentState({ archivedAt: row.archivedAt, version, approval }),
    authorName: row.authorName,
    evaluatorName: row.evaluatorName,
    validatorName: row.validatorName,
    ...listsOf(rows, person, usedBy),
    risks,
    actions,
    facts,
    parts: PARTS.map((part) => partProgress(part, content)),
    problems: submitProblems({ ...content, overruleReason: row.overruleReason }),
    advice: adviceOf(row, person),
    people: content.people,
    rejectionReason: row.rejectionReason,
    adjustments: row.adjustments,
    consultation: {
      needed: needsConsultation(risks.map(({ residual }) => residual)),
      facts: row.consultation,
      clock: consultationClock(row.consultation, today) ?? null,
      dossier: row.dossier ?? NO_DOSSIER,
    },
    approval,
    drift,
    revisions,
    editors,
    imported:
      row.importedAt && row.importedFrom
        ? { from: row.importedFrom, at: row.importedAt, by: person(row.createdBy) ?? unknown }
        : null,
    archived: row.archivedAt
      ? { at: row.archivedAt, by: person(row.archivedBy) ?? unknown, reason: row.archiveReason ?? "" }
      : null,
  }
}
