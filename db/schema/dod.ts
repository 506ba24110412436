import { sql } from "drizzle-orm"
import {
  boolean,
  check,
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
import type { Deliverable } from "@/server/dod/domain/deliverable"
import type { Template } from "@/server/dod/domain/template"
import { items } from "./backlog"
import { id, instant, workspaceId } from "./columns"
import { attachments } from "./discussion"
import { memberships, workspaces } from "./members"
import { products } from "./products"

/** One row per version of a Definition of Done. A trigger keeps a published one as it is; one draft at a time per kind. */
export const dodTemplates = pgTable(
  "dod_templates",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    deliverable: text("deliverable").$type<Deliverable>().notNull(),
    version: integer("version").notNull(),
    state: text("state").$type<"draft" | "published">().notNull(),
    definition: jsonb("definition").$type<Template>().notNull(),
    /** Counts the savings of the draft: the editor says which one was seen. */
    edits: integer("edits").notNull().default(1),
    changedBy: uuid("changed_by").notNull(),
    changedAt: instant("changed_at").notNull(),
    publishedBy: uuid("published_by"),
    publishedAt: instant("published_at"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("dod_templates_version").on(t.workspaceId, t.deliverable, t.version),
    uniqueIndex("dod_templates_one_draft").on(t.workspaceId, t.deliverable).where(sql`state = 'draft'`),
  ],
)

/** What an item or a product has to hold: the version of the Definition of Done that was chosen for it. */
export const dodChecklists = pgTable(
  "dod_checklists",
  {
    workspaceId: workspaceId(),
    id: id(),
    itemId: uuid("item_id"),
    productId: uuid("product_id"),
    templateId: uuid("template_id").notNull(),
    startedBy: uuid("started_by").notNull(),
    startedAt: instant("started_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    check("dod_checklists_one_subject", sql`num_nonnulls(item_id, product_id) = 1`),
    foreignKey({
      columns: [t.workspaceId, t.itemId],
      foreignColumns: [items.workspaceId, items.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.productId],
      foreignColumns: [products.workspaceId, products.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.templateId],
      foreignColumns: [dodTemplates.workspaceId, dodTemplates.id],
    }),
    uniqueIndex("dod_checklists_item").on(t.workspaceId, t.itemId).where(sql`item_id is not null`),
    uniqueIndex("dod_checklists_product").on(t.workspaceId, t.productId).where(sql`product_id is not null`),
  ],
)

/** Who said that a manual check is met, with what evidence, or opened it again. Append-only; the latest counts. */
export const dodAnswers = pgTable(
  "dod_answers",
  {
    workspaceId: workspaceId(),
    id: id(),
    checklistId: uuid("checklist_id").notNull(),
    checkKey: text("check_key").notNull(),
    kind: text("kind").$type<"done" | "reopened">().notNull(),
    evidenceUrl: text("evidence_url"),
    attachmentId: uuid("attachment_id"),
    /** What was found, or why it was opened again. */
    note: text("note").notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("dod_answers_check").on(t.workspaceId, t.checklistId, t.checkKey, t.id),
    foreignKey({
      columns: [t.workspaceId, t.checklistId],
      foreignColumns: [dodChecklists.workspaceId, dodChecklists.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.attachmentId],
      foreignColumns: [attachments.workspaceId, attachments.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.createdBy],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
  ],
)

/** What somebody found who looked the work over. Append-only; of each person the latest counts. */
export const dodReviews = pgTable(
  "dod_reviews",
  {
    workspaceId: workspaceId(),
    id: id(),
    checklistId: uuid("checklist_id").notNull(),
    accepted: boolean("accepted").notNull(),
    /** False when the reviewer owned or had written it at that time: handing it over later makes no peer of them. */
    independent: boolean("independent").notNull(),
    note: text("note").notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("dod_reviews_checklist").on(t.workspaceId, t.checklistId, t.id),
    foreignKey({
      columns: [t.workspaceId, t.checklistId],
      foreignColumns: [dodChecklists.workspaceId, dodChecklists.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.createdBy],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
  ],
)

/** A check left open until a moment. Whether it holds is asked of its approval and of the clock. Append-only. */
export const dodWaivers = pgTable(
  "dod_waivers",
  {
    workspaceId: workspaceId(),
    id: id(),
    checklistId: uuid("checklist_id").notNull(),
    checkKey: text("check_key").notNull(),
    reason: text("reason").notNull(),
    expiresAt: instant("expires_at").notNull(),
    askedBy: uuid("asked_by").notNull(),
    askedAt: instant("asked_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("dod_waivers_check").on(t.workspaceId, t.checklistId, t.checkKey, t.id),
    index("dod_waivers_end").on(t.workspaceId, t.expiresAt),
    foreignKey({
      columns: [t.workspaceId, t.checklistId],
      foreignColumns: [dodChecklists.workspaceId, dodChecklists.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.askedBy],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
  ],
)

/**
 * When a check was first seen to hold, and when it was seen to hold no more: only to notice what reopened. Whether it
 * holds is always judged by the facts of the moment. Append-only; "reset" forgets, when a check was exchanged.
 */
export const dodObservations = pgTable(
  "dod_observations",
  {
    workspaceId: workspaceId(),
    id: id(),
    checklistId: uuid("checklist_id").notNull(),
    checkKey: text("check_key").notNull(),
    kind: text("kind").$type<"held" | "lapsed" | "reset">().notNull(),
    reason: text("reason").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("dod_observations_check").on(t.workspaceId, t.checklistId, t.checkKey, t.id),
    foreignKey({
      columns: [t.workspaceId, t.checklistId],
      foreignColumns: [dodChecklists.workspaceId, dodChecklists.id],
    }).onDelete("cascade"),
  ],
)
