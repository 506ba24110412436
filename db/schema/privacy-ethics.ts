import { sql } from "drizzle-orm"
import {
  boolean,
  check,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core"
import type { EthicsAnswers, Outcome } from "@/server/privacy/domain/ethics"
import { items } from "./backlog"
import { id, instant, workspaceId } from "./columns"
import { workspaces } from "./members"
import { products } from "./products"

/** Whether a product or an item has a high impact on people, and the canvas that is due when it has. */
export const ethicsCheckpoints = pgTable(
  "ethics_checkpoints",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    productId: uuid("product_id"),
    itemId: uuid("item_id"),
    highImpact: boolean("high_impact").notNull(),
    /** Why it has, or has not. */
    declareReason: text("declare_reason").notNull(),
    declaredBy: uuid("declared_by").notNull(),
    declaredAt: instant("declared_at").notNull(),
    answers: jsonb("answers").$type<EthicsAnswers>().notNull(),
    /** What is proposed; it is decided by an approval. */
    outcome: text("outcome").$type<Outcome>(),
    reason: text("reason").notNull(),
    /** Goes up with every edit; the decision is asked for one version. */
    version: integer("version").notNull().default(1),
    /** Who wrote since the last decision: they do not decide. */
    editorIds: uuid("editor_ids").array().notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("ethics_checkpoints_product").on(t.workspaceId, t.productId),
    unique("ethics_checkpoints_item").on(t.workspaceId, t.itemId),
    check("ethics_checkpoints_subject", sql`(${t.productId} is null) <> (${t.itemId} is null)`),
    foreignKey({
      columns: [t.workspaceId, t.productId],
      foreignColumns: [products.workspaceId, products.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.itemId],
      foreignColumns: [items.workspaceId, items.id],
    }).onDelete("cascade"),
  ],
)

/** A condition is a backlog item; its state is the item's. */
export const ethicsConditions = pgTable(
  "ethics_conditions",
  {
    workspaceId: workspaceId(),
    checkpointId: uuid("checkpoint_id").notNull(),
    itemId: uuid("item_id").notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.checkpointId, t.itemId] }),
    foreignKey({
      columns: [t.workspaceId, t.checkpointId],
      foreignColumns: [ethicsCheckpoints.workspaceId, ethicsCheckpoints.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.itemId],
      foreignColumns: [items.workspaceId, items.id],
    }).onDelete("cascade"),
  ],
)
