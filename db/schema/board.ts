import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import type { DoneGatePolicy } from "@/server/backlog/domain/board-policy"
import type { ChangedFields } from "@/server/backlog/domain/bulk-change"
import type { WipRule } from "@/server/backlog/domain/wip"
import { items } from "./backlog"
import { id, instant, workspaceId } from "./columns"
import { workspaces } from "./members"

/** The limits of the board's columns, one row per version; the newest counts, and none is ever changed. */
export const wipLimits = pgTable(
  "wip_limits",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    version: integer("version").notNull(),
    rules: jsonb("rules").$type<WipRule[]>().notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.version] })],
)

/** What the board asks of work before it is done, one row per version; the newest counts, and none is ever changed. */
export const boardPolicies = pgTable(
  "board_policies",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    version: integer("version").notNull(),
    doneGate: text("done_gate").$type<DoneGatePolicy>().notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.version] })],
)

/** Each time work came into a group that was full by a soft limit: how often is a question for the retrospective. */
export const wipOverruns = pgTable(
  "wip_overruns",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    status: text("status").notNull(),
    per: text("per").notNull(),
    /** The lane, as its id or word; null for the column as a whole. */
    lane: text("lane"),
    held: integer("held").notNull(),
    allowed: integer("allowed").notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("wip_overruns_time").on(t.workspaceId, t.createdAt),
  ],
)

/** One change of several items at once, which one undo takes back. */
export const bulkChanges = pgTable(
  "bulk_changes",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    summary: text("summary").notNull(),
    itemCount: integer("item_count").notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    undoneAt: instant("undone_at"),
    undoneBy: uuid("undone_by"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

/** What the change did to each item: only the fields that differ, before and after. */
export const bulkChangeItems = pgTable(
  "bulk_change_items",
  {
    workspaceId: workspaceId(),
    changeId: uuid("change_id").notNull(),
    itemId: uuid("item_id").notNull(),
    before: jsonb("before").$type<ChangedFields>().notNull(),
    after: jsonb("after").$type<ChangedFields>().notNull(),
    versionAfter: integer("version_after").notNull(),
    restoredAt: instant("restored_at"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.changeId, t.itemId] }),
    foreignKey({
      columns: [t.workspaceId, t.changeId],
      foreignColumns: [bulkChanges.workspaceId, bulkChanges.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.itemId],
      foreignColumns: [items.workspaceId, items.id],
    }).onDelete("cascade"),
    index("bulk_change_items_item").on(t.workspaceId, t.itemId),
  ],
)
