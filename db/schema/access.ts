import { sql } from "drizzle-orm"
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import type { AccessRight, Purpose } from "@/server/access/domain/request"
import type { ActionOutcome, LineDecision, LineFlag, LineKind, NoAnswer } from "@/server/access/domain/review"
import type { ScopeType } from "@/server/kernel/domain/grants"
import type { Role } from "@/server/kernel/domain/permissions"
import { dataAssets } from "./catalog"
import { day, id, instant, workspaceId } from "./columns"
import { memberships, workspaces } from "./members"
import { products } from "./products"

const member = (workspace: AnyPgColumn, user: AnyPgColumn) =>
  foreignKey({
    columns: [workspace, user],
    foreignColumns: [memberships.workspaceId, memberships.userId],
  })

/** What somebody asked for. It changes while it is undecided; a trigger holds it still once it was approved. */
export const accessRequests = pgTable(
  "access_requests",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    productId: uuid("product_id"),
    assetId: uuid("asset_id"),
    requestedBy: uuid("requested_by").notNull(),
    beneficiaryId: uuid("beneficiary_id").notNull(),
    purpose: text("purpose").$type<Purpose>().notNull(),
    reason: text("reason").notNull(),
    rights: text("rights").array().$type<AccessRight[]>().notNull(),
    validFrom: instant("valid_from").notNull(),
    /** The first moment without access. */
    validUntil: instant("valid_until").notNull(),
    /** The access that this one continues. */
    renewsId: uuid("renews_id"),
    requestedAt: instant("requested_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.productId],
      foreignColumns: [products.workspaceId, products.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.assetId],
      foreignColumns: [dataAssets.workspaceId, dataAssets.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.renewsId], foreignColumns: [t.workspaceId, t.id] }),
    member(t.workspaceId, t.requestedBy),
    member(t.workspaceId, t.beneficiaryId),
    check("access_requests_one_subject", sql`num_nonnulls(${t.productId}, ${t.assetId}) = 1`),
    check("access_requests_times", sql`${t.validFrom} < ${t.validUntil}`),
    index("access_requests_beneficiary").on(t.workspaceId, t.beneficiaryId),
    index("access_requests_requester").on(t.workspaceId, t.requestedBy),
    index("access_requests_product").on(t.workspaceId, t.productId),
    index("access_requests_asset").on(t.workspaceId, t.assetId),
    index("access_requests_until").on(t.workspaceId, t.validUntil),
  ],
)

/** The end of an access before its time; once, and for good. */
export const accessRevocations = pgTable(
  "access_revocations",
  {
    workspaceId: workspaceId(),
    requestId: uuid("request_id").notNull(),
    revokedAt: instant("revoked_at").notNull(),
    /** Null: Plumbline itself, because the person left. */
    revokedBy: uuid("revoked_by"),
    reason: text("reason").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.requestId] }),
    foreignKey({
      columns: [t.workspaceId, t.requestId],
      foreignColumns: [accessRequests.workspaceId, accessRequests.id],
    }),
    member(t.workspaceId, t.revokedBy),
  ],
)

/** Who set access up or took it away where the data is, as Plumbline does neither itself. */
export const accessExecutions = pgTable(
  "access_executions",
  {
    workspaceId: workspaceId(),
    requestId: uuid("request_id").notNull(),
    act: text("act").$type<"granted" | "removed">().notNull(),
    doneBy: uuid("done_by").notNull(),
    doneOn: day("done_on").notNull(),
    /** Where it can be seen: a ticket, a statement, a change. */
    evidence: text("evidence").notNull(),
    recordedBy: uuid("recorded_by").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.requestId, t.act] }),
    foreignKey({
      columns: [t.workspaceId, t.requestId],
      foreignColumns: [accessRequests.workspaceId, accessRequests.id],
    }),
    member(t.workspaceId, t.doneBy),
    member(t.workspaceId, t.recordedBy),
  ],
)

/** A campaign: somebody looks at every role or access of a part of the workspace and decides whether it stays. */
export const accessReviews = pgTable(
  "access_reviews",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    name: text("name").notNull(),
    roles: boolean("roles").notNull(),
    access: boolean("access").notNull(),
    scopeType: text("scope_type").$type<ScopeType>().notNull(),
    scopeId: uuid("scope_id"),
    dueOn: day("due_on").notNull(),
    noAnswer: text("no_answer").$type<NoAnswer>().notNull(),
    ownersFirst: boolean("owners_first").notNull(),
    leadId: uuid("lead_id").notNull(),
    deputyId: uuid("deputy_id").notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    startedBy: uuid("started_by"),
    startedAt: instant("started_at"),
    closedBy: uuid("closed_by"),
    closedAt: instant("closed_at"),
    cancelledBy: uuid("cancelled_by"),
    cancelledAt: instant("cancelled_at"),
    /** Why it was cancelled, or closed with revocations that could not be carried out. */
    endReason: text("end_reason"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    member(t.workspaceId, t.leadId),
    member(t.workspaceId, t.deputyId),
    member(t.workspaceId, t.createdBy),
    check("access_reviews_deputy", sql`${t.leadId} <> ${t.deputyId}`),
  ],
)

/** The snapshot. A trigger lets only the reviewer change, and nobody reviews themselves. */
export const accessReviewLines = pgTable(
  "access_review_lines",
  {
    workspaceId: workspaceId(),
    id: id(),
    reviewId: uuid("review_id").notNull(),
    kind: text("kind").$type<LineKind>().notNull(),
    /** The grant or the access request. */
    sourceId: uuid("source_id").notNull(),
    subjectId: uuid("subject_id").notNull(),
    subjectName: text("subject_name").notNull(),
    role: text("role").$type<Role>(),
    what: text("what").notNull(),
    scopeType: text("scope_type").$type<ScopeType>().notNull(),
    since: instant("since").notNull(),
    until: instant("until"),
    justification: text("justification").notNull(),
    lastVisitAt: instant("last_visit_at"),
    flags: text("flags").array().$type<LineFlag[]>().notNull(),
    reviewerId: uuid("reviewer_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("access_review_lines_once").on(t.workspaceId, t.reviewId, t.sourceId),
    foreignKey({
      columns: [t.workspaceId, t.reviewId],
      foreignColumns: [accessReviews.workspaceId, accessReviews.id],
    }),
    member(t.workspaceId, t.subjectId),
    member(t.workspaceId, t.reviewerId),
    check("access_review_lines_reviewer", sql`${t.reviewerId} <> ${t.subjectId}`),
    index("access_review_lines_reviewer_id").on(t.workspaceId, t.reviewerId),
  ],
)

/** What was decided on a line. Keeping or revoking is said once; handing on may come before. Append-only. */
export const accessReviewDecisions = pgTable(
  "access_review_decisions",
  {
    workspaceId: workspaceId(),
    id: id(),
    lineId: uuid("line_id").notNull(),
    decision: text("decision").$type<LineDecision>().notNull(),
    justification: text("justification").notNull(),
    /** Null: nobody answered in time, and the configured outcome holds. */
    decidedBy: uuid("decided_by"),
    decidedAt: instant("decided_at").notNull(),
    /** How long the line was on the reviewer's screen; of a bulk decision, its whole time divided by its lines. */
    durationMs: integer("duration_ms"),
    /** How many lines were decided by the same act. */
    bulkSize: integer("bulk_size").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.lineId],
      foreignColumns: [accessReviewLines.workspaceId, accessReviewLines.id],
    }),
    member(t.workspaceId, t.decidedBy),
    uniqueIndex("access_review_decisions_final")
      .on(t.workspaceId, t.lineId)
      .where(sql`decision in ('keep', 'revoke')`),
    index("access_review_decisions_line").on(t.workspaceId, t.lineId),
  ],
)

/** Every attempt to carry out a revocation, with its result. Append-only. */
export const accessReviewActions = pgTable(
  "access_review_actions",
  {
    workspaceId: workspaceId(),
    id: id(),
    lineId: uuid("line_id").notNull(),
    outcome: text("outcome").$type<ActionOutcome>().notNull(),
    message: text("message").notNull(),
    triedAt: instant("tried_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.lineId],
      foreignColumns: [accessReviewLines.workspaceId, accessReviewLines.id],
    }),
    index("access_review_actions_line").on(t.workspaceId, t.lineId),
  ],
)
