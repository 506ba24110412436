import { foreignKey, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core"
import type { Lifecycle } from "@/server/products/domain/product"
import { id, instant, workspaceId } from "./columns"
import { memberships, workspaces } from "./members"

export const domains = pgTable(
  "domains",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    /** Prefix of item keys, 2 to 6 capitals, e.g. "FUL" in FUL-207. */
    key: text("key").notNull(),
    name: text("name").notNull(),
    description: text("description").notNull(),
    ownerId: uuid("owner_id"),
    stewardId: uuid("steward_id"),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("domains_key").on(t.workspaceId, t.key),
    foreignKey({
      columns: [t.workspaceId, t.ownerId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    foreignKey({
      columns: [t.workspaceId, t.stewardId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
  ],
)

export const products = pgTable(
  "products",
  {
    workspaceId: workspaceId(),
    id: id(),
    domainId: uuid("domain_id").notNull(),
    /** Readable part of the address, unique in the workspace: "delivery-promise". */
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    question: text("question").notNull(),
    description: text("description").notNull(),
    lifecycle: text("lifecycle").$type<Lifecycle>().notNull(),
    ownerId: uuid("owner_id"),
    stewardId: uuid("steward_id"),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("products_slug").on(t.workspaceId, t.slug),
    foreignKey({ columns: [t.workspaceId, t.domainId], foreignColumns: [domains.workspaceId, domains.id] }),
    foreignKey({
      columns: [t.workspaceId, t.ownerId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    foreignKey({
      columns: [t.workspaceId, t.stewardId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
  ],
)
