import { sql } from "drizzle-orm"
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core"
import type { ControlKind } from "@/server/privacy/domain/obligation"
import { day, id, instant, workspaceId } from "./columns"
import { memberships, workspaces } from "./members"

/** What a regulation asks of us, with how we read it. */
export const obligations = pgTable(
  "obligations",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    regulation: text("regulation").notNull(),
    article: text("article").notNull(),
    title: text("title").notNull(),
    /** How we read it: our interpretation, no legal advice. */
    note: text("note").notNull(),
    /** Where the text of the law stands. */
    source: text("source").notNull(),
    ownerId: uuid("owner_id"),
    /** When a lawyer looked at the interpretation last. */
    reviewedOn: day("reviewed_on"),
    nextReviewOn: day("next_review_on"),
    version: integer("version").notNull().default(1),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    retiredAt: instant("retired_at"),
    retiredBy: uuid("retired_by"),
    retireReason: text("retire_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("obligations_article").on(t.workspaceId, t.regulation, t.article),
    foreignKey({
      columns: [t.workspaceId, t.ownerId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
  ],
)

/** What we do about obligations, and what shows that it is done. */
export const privacyControls = pgTable(
  "privacy_controls",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    name: text("name").notNull(),
    kind: text("kind").$type<ControlKind>().notNull(),
    /** The computed check of the Definition of Done that it stands on; null: any. */
    checkId: text("check_id"),
    /** What in it shows the control. */
    evidence: text("evidence").notNull(),
    /** Where evidence outside Plumbline lies; empty otherwise. */
    link: text("link").notNull(),
    version: integer("version").notNull().default(1),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("privacy_controls_name").on(t.workspaceId, t.name),
    check("privacy_controls_check", sql`${t.checkId} is null or ${t.kind} = 'dod_check'`),
  ],
)

/** Which control answers which obligation. */
export const obligationControls = pgTable(
  "obligation_controls",
  {
    workspaceId: workspaceId(),
    obligationId: uuid("obligation_id").notNull(),
    controlId: uuid("control_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.obligationId, t.controlId] }),
    index("obligation_controls_control").on(t.workspaceId, t.controlId),
    foreignKey({
      columns: [t.workspaceId, t.obligationId],
      foreignColumns: [obligations.workspaceId, obligations.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.controlId],
      foreignColumns: [privacyControls.workspaceId, privacyControls.id],
    }).onDelete("cascade"),
  ],
)
