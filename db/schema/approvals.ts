import { sql } from "drizzle-orm"
import { foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import type { ApprovalState, ContributorPart, SignatureMeaning } from "@/server/approvals/domain/approval"
import type { ApprovalKind } from "@/server/approvals/domain/kinds"
import type { ScopeType } from "@/server/kernel/domain/grants"
import type { Role } from "@/server/kernel/domain/permissions"
import { id, instant, workspaceId } from "./columns"
import { memberships, workspaces } from "./members"

/**
 * One version of one thing for which approval was asked. What was asked never changes; the state only goes forward.
 * Triggers of the migration hold both, and that nobody approves their own work, for every role.
 */
export const approvalRequests = pgTable(
  "approval_requests",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    kind: text("kind").$type<ApprovalKind>().notNull(),
    subjectId: uuid("subject_id").notNull(),
    subjectVersion: integer("subject_version").notNull(),
    subjectName: text("subject_name").notNull(),
    /** The page of the subject inside the workspace, such as "/privacy/assessments/DPIA-1". */
    subjectPath: text("subject_path").notNull(),
    /** Where the permission to decide is asked; both null: in the whole workspace. */
    domainId: uuid("domain_id"),
    productId: uuid("product_id"),
    /** The canonical text (JCS) of what is decided on. It is hashed as it stands and never written again. */
    content: text("content").notNull(),
    contentSha256: text("content_sha256").notNull(),
    /** What an approval declares. */
    statement: text("statement").notNull(),
    /** How many different people have to approve. */
    required: integer("required").notNull(),
    state: text("state").$type<ApprovalState>().notNull(),
    dueOn: text("due_on"),
    /** When what is asked for ends by itself, as a waiver does: from then on nothing is decided any more. Null: never. */
    endsAt: instant("ends_at"),
    note: text("note").notNull(),
    requestedBy: uuid("requested_by").notNull(),
    requestedByName: text("requested_by_name").notNull(),
    requestedAt: instant("requested_at").notNull(),
    approvedAt: instant("approved_at"),
    /** When it left the state open or approved for good. */
    closedAt: instant("closed_at"),
    /** The version of the subject that outdated this one. */
    outdatedBy: integer("outdated_by"),
    remindedAt: instant("reminded_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.requestedBy],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    index("approval_requests_newest").on(t.workspaceId, t.requestedAt, t.id),
    index("approval_requests_subject").on(t.workspaceId, t.kind, t.subjectId, t.requestedAt),
    index("approval_requests_mine").on(t.workspaceId, t.requestedBy, t.requestedAt, t.id),
    index("approval_requests_kind").on(t.workspaceId, t.kind, t.requestedAt, t.id),
    index("approval_requests_state").on(t.workspaceId, t.state, t.requestedAt, t.id),
    index("approval_requests_waiting")
      .on(t.workspaceId, t.requestedAt, t.id)
      .where(sql`state in ('open', 'changes_requested')`),
    index("approval_requests_due")
      .on(t.workspaceId, t.dueOn)
      .where(sql`state in ('open', 'changes_requested') and due_on is not null`),
    uniqueIndex("approval_requests_one_open")
      .on(t.workspaceId, t.kind, t.subjectId)
      .where(sql`state = 'open'`),
  ],
)

/** Whose work it is: they, and whoever acts for them, cannot approve it. Append-only. */
export const approvalContributors = pgTable(
  "approval_contributors",
  {
    workspaceId: workspaceId(),
    requestId: uuid("request_id").notNull(),
    userId: uuid("user_id").notNull(),
    part: text("part").$type<ContributorPart>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.requestId, t.userId, t.part] }),
    foreignKey({
      columns: [t.workspaceId, t.requestId],
      foreignColumns: [approvalRequests.workspaceId, approvalRequests.id],
    }),
  ],
)

/** The people asked by name. Without any, everybody who may decide is asked. */
export const approvalReviewers = pgTable(
  "approval_reviewers",
  {
    workspaceId: workspaceId(),
    requestId: uuid("request_id").notNull(),
    userId: uuid("user_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.requestId, t.userId] }),
    foreignKey({
      columns: [t.workspaceId, t.requestId],
      foreignColumns: [approvalRequests.workspaceId, approvalRequests.id],
    }),
  ],
)

/** "Decide for me while I am away": never more than the delegator may do at that moment. Only revoking changes a row. */
export const approvalDelegations = pgTable(
  "approval_delegations",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    delegatorId: uuid("delegator_id").notNull(),
    delegateId: uuid("delegate_id").notNull(),
    /** Null: all kinds. */
    kinds: text("kinds").array().$type<ApprovalKind[]>(),
    scopeType: text("scope_type").$type<ScopeType>().notNull(),
    scopeId: uuid("scope_id"),
    validFrom: instant("valid_from").notNull(),
    validUntil: instant("valid_until").notNull(),
    reason: text("reason").notNull(),
    createdAt: instant("created_at").notNull(),
    revokedAt: instant("revoked_at"),
    revokedBy: uuid("revoked_by"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.delegatorId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    foreignKey({
      columns: [t.workspaceId, t.delegateId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    index("approval_delegations_delegate").on(t.workspaceId, t.delegateId),
    index("approval_delegations_delegator").on(t.workspaceId, t.delegatorId),
  ],
)

/**
 * One act of signing, complete in itself. Append-only. The times are text in UTC with milliseconds, so that the seal,
 * SHA-256 over every other column, can be computed again to the letter.
 */
export const approvalSignatures = pgTable(
  "approval_signatures",
  {
    workspaceId: workspaceId(),
    id: id(),
    requestId: uuid("request_id").notNull(),
    signerId: uuid("signer_id").notNull(),
    signerName: text("signer_name").notNull(),
    signerEmail: text("signer_email").notNull(),
    /** The role that gave the right to sign, and where: the signer's own, or that of the person they act for. */
    role: text("role").$type<Role>().notNull(),
    scopeType: text("scope_type").$type<ScopeType>().notNull(),
    scopeId: uuid("scope_id"),
    meaning: text("meaning").$type<SignatureMeaning>().notNull(),
    statement: text("statement").notNull(),
    contentKind: text("content_kind").$type<ApprovalKind>().notNull(),
    contentId: uuid("content_id").notNull(),
    contentVersion: integer("content_version").notNull(),
    contentSha256: text("content_sha256").notNull(),
    authMethod: text("auth_method").$type<"password" | "oidc">().notNull(),
    authTime: text("auth_time").notNull(),
    delegationId: uuid("delegation_id"),
    onBehalfOfId: uuid("on_behalf_of_id"),
    onBehalfOfName: text("on_behalf_of_name"),
    ip: text("ip"),
    userAgent: text("user_agent"),
    note: text("note").notNull(),
    signedAt: text("signed_at").notNull(),
    seal: text("seal").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.requestId],
      foreignColumns: [approvalRequests.workspaceId, approvalRequests.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.delegationId],
      foreignColumns: [approvalDelegations.workspaceId, approvalDelegations.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.signerId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    index("approval_signatures_request").on(t.workspaceId, t.requestId),
  ],
)

/** Who has read which request in their inbox. */
export const approvalReads = pgTable(
  "approval_reads",
  {
    workspaceId: workspaceId(),
    requestId: uuid("request_id").notNull(),
    userId: uuid("user_id").notNull(),
    readAt: instant("read_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.userId, t.requestId] }),
    foreignKey({
      columns: [t.workspaceId, t.requestId],
      foreignColumns: [approvalRequests.workspaceId, approvalRequests.id],
    }),
  ],
)
