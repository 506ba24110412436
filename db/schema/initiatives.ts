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
import { items } from "./backlog"
import { id, instant, workspaceId } from "./columns"
import { memberships, workspaces } from "./members"
import { keyResults, objectives } from "./objectives"
import { products } from "./products"

export const initiatives = pgTable(
  "initiatives",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    name: text("name").notNull(),
    description: text("description").notNull(),
    sponsorId: uuid("sponsor_id"),
    ownerId: uuid("owner_id"),
    objectiveId: uuid("objective_id"),
    keyResultId: uuid("key_result_id"),
    startQuarter: text("start_quarter").notNull(),
    endQuarter: text("end_quarter").notNull(),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    createdBy: uuid("created_by").notNull(),
    updatedAt: instant("updated_at").notNull(),
    droppedAt: instant("dropped_at"),
    droppedBy: uuid("dropped_by"),
    dropReason: text("drop_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    ...[t.sponsorId, t.ownerId].map((person) =>
      foreignKey({
        columns: [t.workspaceId, person],
        foreignColumns: [memberships.workspaceId, memberships.userId],
      }),
    ),
    foreignKey({
      columns: [t.workspaceId, t.objectiveId],
      foreignColumns: [objectives.workspaceId, objectives.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.keyResultId],
      foreignColumns: [keyResults.workspaceId, keyResults.id],
    }),
    check("initiatives_quarters", sql`${t.endQuarter} >= ${t.startQuarter}`),
  ],
)

/** What works on a key result or an initiative: one product or one item per row. */
export const strategyLinks = pgTable(
  "strategy_links",
  {
    workspaceId: workspaceId(),
    id: id(),
    keyResultId: uuid("key_result_id"),
    initiativeId: uuid("initiative_id"),
    productId: uuid("product_id"),
    itemId: uuid("item_id"),
    /** What it contributes; may be empty. */
    note: text("note").notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("strategy_links_once")
      .on(t.workspaceId, t.keyResultId, t.initiativeId, t.productId, t.itemId)
      .nullsNotDistinct(),
    check("strategy_links_target", sql`num_nonnulls(${t.keyResultId}, ${t.initiativeId}) = 1`),
    check("strategy_links_subject", sql`num_nonnulls(${t.productId}, ${t.itemId}) = 1`),
    foreignKey({
      columns: [t.workspaceId, t.keyResultId],
      foreignColumns: [keyResults.workspaceId, keyResults.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId],
      foreignColumns: [initiatives.workspaceId, initiatives.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.productId],
      foreignColumns: [products.workspaceId, products.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.itemId],
      foreignColumns: [items.workspaceId, items.id],
    }).onDelete("cascade"),
    index("strategy_links_product").on(t.workspaceId, t.productId),
    index("strategy_links_item").on(t.workspaceId, t.itemId),
  ],
)
