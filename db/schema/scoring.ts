import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core"
import type { Framework } from "@/server/scoring/domain/framework"
import { items } from "./backlog"
import { id, instant, workspaceId } from "./columns"
import { memberships, workspaces } from "./members"

/** One row per published version of a framework; a published definition is never changed. */
export const frameworks = pgTable(
  "frameworks",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    key: text("key").notNull(),
    version: integer("version").notNull(),
    name: text("name").notNull(),
    definition: jsonb("definition").$type<Framework>().notNull(),
    publishedAt: instant("published_at").notNull(),
    publishedBy: uuid("published_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("frameworks_key_version").on(t.workspaceId, t.key, t.version),
  ],
)

/** What one person entered for one item under one framework version. The score itself is computed on read. */
export const scores = pgTable(
  "scores",
  {
    workspaceId: workspaceId(),
    itemId: uuid("item_id").notNull(),
    frameworkId: uuid("framework_id").notNull(),
    userId: uuid("user_id").notNull(),
    inputs: jsonb("inputs").$type<Record<string, number | null>>().notNull(),
    note: text("note").notNull().default(""),
    /** The framework version these inputs were carried over from, and by whom; null once the scorer has saved here. */
    carriedFrom: integer("carried_from"),
    carriedBy: uuid("carried_by"),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.itemId, t.frameworkId, t.userId] }),
    foreignKey({
      columns: [t.workspaceId, t.itemId],
      foreignColumns: [items.workspaceId, items.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.frameworkId],
      foreignColumns: [frameworks.workspaceId, frameworks.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.userId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    index("scores_scorer").on(t.workspaceId, t.frameworkId, t.userId, t.itemId),
  ],
)
