import { sql } from "drizzle-orm"
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import type { ScopeType } from "@/server/kernel/domain/grants"
import type { Permission, Role } from "@/server/kernel/domain/permissions"
import { id, instant, workspaceId } from "./columns"

/** People, once per installation. Not a tenant table: a person may belong to several workspaces. */
export const users = pgTable("users", {
  id: uuid("id").primaryKey(),
  email: text("email").notNull().unique(),
  name: text("name").notNull(),
  passwordHash: text("password_hash"),
  failedSignIns: integer("failed_sign_ins").notNull().default(0),
  lockedUntil: instant("locked_until"),
  createdAt: instant("created_at").notNull(),
})

/** Accounts at an OpenID Connect provider that sign in as one of our people. */
export const userIdentities = pgTable(
  "user_identities",
  {
    provider: text("provider").notNull(),
    subject: text("subject").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.subject] })],
)

export const sessions = pgTable(
  "sessions",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    method: text("method").$type<"password" | "oidc">().notNull(),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    ip: text("ip"),
    userAgent: text("user_agent"),
    revokedAt: instant("revoked_at"),
    /** The person proved again who they are: for which act it was asked, when, and how and when they did. */
    confirmFor: text("confirm_for"),
    confirmAskedAt: instant("confirm_asked_at"),
    confirmedBy: text("confirmed_by").$type<"password" | "oidc">(),
    /** The moment of the password, or `auth_time` as the provider says it; null when it does not say. */
    confirmedAt: instant("confirmed_at"),
  },
  (t) => [index("sessions_user").on(t.userId)],
)

export const passwordResets = pgTable("password_resets", {
  id: uuid("id").primaryKey(),
  userId: uuid("user_id")
    .notNull()
    .references(() => users.id),
  tokenHash: text("token_hash").notNull().unique(),
  createdBy: uuid("created_by")
    .notNull()
    .references(() => users.id),
  createdAt: instant("created_at").notNull(),
  expiresAt: instant("expires_at").notNull(),
  usedAt: instant("used_at"),
})

export const workspaces = pgTable("workspaces", {
  id: uuid("id").primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  /** Prefix of the keys of items that belong to no product, e.g. "NM" in NM-12. */
  itemPrefix: text("item_prefix").notNull(),
  createdAt: instant("created_at").notNull(),
  version: integer("version").notNull().default(1),
})

export const memberships = pgTable(
  "memberships",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    joinedAt: instant("joined_at").notNull(),
    leftAt: instant("left_at"),
    lastVisitAt: instant("last_visit_at"),
    /** When the visit before the present one ended: what changed since then is news. */
    previousVisitAt: instant("previous_visit_at"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId] }), index("memberships_user").on(t.userId)],
)

/** subject × role × scope × validity × reason. Revoking stamps the row; nothing is deleted. */
export const grants = pgTable(
  "grants",
  {
    workspaceId: workspaceId(),
    id: id(),
    userId: uuid("user_id").notNull(),
    role: text("role").$type<Role>().notNull(),
    scopeType: text("scope_type").$type<ScopeType>().notNull(),
    scopeId: uuid("scope_id"),
    validFrom: instant("valid_from").notNull(),
    validUntil: instant("valid_until"),
    reason: text("reason").notNull(),
    grantedBy: uuid("granted_by").notNull(),
    grantedAt: instant("granted_at").notNull(),
    revokedAt: instant("revoked_at"),
    revokedBy: uuid("revoked_by"),
    revokeReason: text("revoke_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.userId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    index("grants_user").on(t.userId),
    uniqueIndex("grants_one_in_force")
      .on(
        t.workspaceId,
        t.userId,
        t.role,
        t.scopeType,
        sql`coalesce(${t.scopeId}, '00000000-0000-0000-0000-000000000000'::uuid)`,
      )
      .where(sql`${t.revokedAt} is null`),
  ],
)

export const invitations = pgTable(
  "invitations",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    email: text("email").notNull(),
    role: text("role").$type<Role>().notNull(),
    scopeType: text("scope_type").$type<ScopeType>().notNull(),
    scopeId: uuid("scope_id"),
    reason: text("reason").notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    invitedBy: uuid("invited_by").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    acceptedBy: uuid("accepted_by"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

/** Keys for machines. The human behind each stays known; only a hash of the secret is kept. */
export const apiTokens = pgTable(
  "api_tokens",
  {
    workspaceId: workspaceId(),
    id: id(),
    userId: uuid("user_id").notNull(),
    name: text("name").notNull(),
    /** First characters, to recognise a token by. */
    hint: text("hint").notNull(),
    tokenHash: text("token_hash").notNull(),
    permissions: jsonb("permissions").$type<Permission[]>().notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
    revokedBy: uuid("revoked_by"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.userId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    unique("api_tokens_hash").on(t.tokenHash),
  ],
)
