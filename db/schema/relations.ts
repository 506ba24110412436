import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import type { RelationKind } from "@/server/backlog/domain/relation"
import { items } from "./backlog"
import { instant, workspaceId } from "./columns"

/** How items relate; a symmetric kind is kept once, the smaller id first. */
export const itemRelations = pgTable(
  "item_relations",
  {
    workspaceId: workspaceId(),
    kind: text("kind").$type<RelationKind>().notNull(),
    fromId: uuid("from_id").notNull(),
    toId: uuid("to_id").notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.kind, t.fromId, t.toId] }),
    index("item_relations_to").on(t.workspaceId, t.kind, t.toId),
    foreignKey({
      columns: [t.workspaceId, t.fromId],
      foreignColumns: [items.workspaceId, items.id],
      name: "item_relations_from_fk",
    }),
    foreignKey({
      columns: [t.workspaceId, t.toId],
      foreignColumns: [items.workspaceId, items.id],
      name: "item_relations_to_fk",
    }),
  ],
)
