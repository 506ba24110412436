import { sql } from "drizzle-orm"
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import type { ItemView } from "@/server/backlog/domain/item-view"
import { id, instant, workspaceId } from "./columns"
import { memberships, workspaces } from "./members"

/** Saved views of the backlog: filter, order, groups, columns and layout under a name. */
export const itemViews = pgTable(
  "item_views",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    name: text("name").notNull(),
    /** Seen by everybody; otherwise by its owner alone. */
    shared: boolean("shared").notNull(),
    ownerId: uuid("owner_id").notNull(),
    view: jsonb("view").$type<ItemView>().notNull(),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    updatedBy: uuid("updated_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex("item_views_shared_name").on(t.workspaceId, sql`lower(${t.name})`).where(sql`shared`),
    uniqueIndex("item_views_own_name")
      .on(t.workspaceId, t.ownerId, sql`lower(${t.name})`)
      .where(sql`not shared`),
    foreignKey({
      columns: [t.workspaceId, t.ownerId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
  ],
)

/** The view a person's backlog opens with. */
export const defaultViews = pgTable(
  "default_views",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    userId: uuid("user_id").notNull(),
    viewId: uuid("view_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.userId] }),
    index("default_views_view").on(t.workspaceId, t.viewId),
    foreignKey({
      columns: [t.workspaceId, t.viewId],
      foreignColumns: [itemViews.workspaceId, itemViews.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.userId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
  ],
)
