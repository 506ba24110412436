import { sql } from "drizzle-orm"
import {
  customType,
  doublePrecision,
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
import type { ItemStatus, ItemType } from "@/server/backlog/domain/item"
import { bytes, day, id, instant, rankText, workspaceId } from "./columns"
import { memberships, workspaces } from "./members"
import { products } from "./products"

const searchVector = customType<{ data: string }>({ dataType: () => "tsvector" })

export const items = pgTable(
  "items",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    key: text("key").notNull(),
    title: text("title").notNull(),
    description: text("description").notNull(),
    type: text("type").$type<ItemType>().notNull(),
    status: text("status").$type<ItemStatus>().notNull(),
    ownerId: uuid("owner_id"),
    productId: uuid("product_id"),
    labels: text("labels").array().notNull(),
    estimate: doublePrecision("estimate"),
    dueDate: day("due_date"),
    /** The quarter it is planned for, as 2026-Q4. */
    quarter: text("quarter"),
    parentId: uuid("parent_id"),
    rank: rankText("rank").notNull(),
    custom: jsonb("custom").$type<Record<string, string>>().notNull(),
    externalKey: text("external_key"),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    createdBy: uuid("created_by").notNull(),
    updatedAt: instant("updated_at").notNull(),
    statusChangedAt: instant("status_changed_at").notNull(),
    /** Set while the item lies in the archive: out of every list, nothing of it lost. */
    archivedAt: instant("archived_at"),
    archivedBy: uuid("archived_by"),
    search: searchVector("search").generatedAlwaysAs(
      sql`to_tsvector('simple', key || ' ' || title || ' ' || coalesce(external_key, '') || ' ' || left(description, 100000))`,
    ),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("items_key").on(t.workspaceId, t.key),
    uniqueIndex("items_external_key").on(t.workspaceId, t.externalKey).where(sql`external_key is not null`),
    index("items_rank").on(t.workspaceId, t.rank),
    // Small enough that the items of a list are counted from it alone.
    index("items_shown").on(t.workspaceId).where(sql`archived_at is null`),
    // The same by status, with what other tables are joined by and what the columns of a board add up.
    index("items_shown_status").on(t.workspaceId, t.status, t.id, t.estimate).where(sql`archived_at is null`),
    index("items_status").on(t.workspaceId, t.status, t.rank),
    index("items_product").on(t.workspaceId, t.productId),
    index("items_parent").on(t.workspaceId, t.parentId),
    index("items_search").using("gin", t.search),
    foreignKey({
      columns: [t.workspaceId, t.ownerId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    foreignKey({
      columns: [t.workspaceId, t.productId],
      foreignColumns: [products.workspaceId, products.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.parentId],
      foreignColumns: [t.workspaceId, t.id],
      name: "items_parent_fk",
    }),
  ],
)

/** Last number given out per key prefix. */
export const itemCounters = pgTable(
  "item_counters",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    prefix: text("prefix").notNull(),
    last: integer("last").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.prefix] })],
)

/** A file brought in, from upload to undo. Counts are null until it is applied. */
export const imports = pgTable(
  "imports",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    fileName: text("file_name").notNull(),
    byteSize: integer("byte_size").notNull(),
    sha256: text("sha256").notNull(),
    status: text("status").$type<"uploaded" | "applied" | "undone">().notNull(),
    mapping: jsonb("mapping").$type<unknown>(),
    createdCount: integer("created_count"),
    updatedCount: integer("updated_count"),
    unchangedCount: integer("unchanged_count"),
    errorCount: integer("error_count"),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    appliedAt: instant("applied_at"),
    undoneAt: instant("undone_at"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

/** The uploaded bytes in pieces of at most 1 MB; removed when the import is applied. */
export const importChunks = pgTable(
  "import_chunks",
  {
    workspaceId: workspaceId(),
    importId: uuid("import_id").notNull(),
    number: integer("number").notNull(),
    content: bytes("content").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.importId, t.number] }),
    foreignKey({ columns: [t.workspaceId, t.importId], foreignColumns: [imports.workspaceId, imports.id] }),
  ],
)

/** What an import did to each item, so that it can be taken back. `before` is null for a created item. */
export const importChanges = pgTable(
  "import_changes",
  {
    workspaceId: workspaceId(),
    importId: uuid("import_id").notNull(),
    itemId: uuid("item_id").notNull(),
    before: jsonb("before").$type<Record<string, unknown>>(),
    versionAfter: integer("version_after").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.importId, t.itemId] }),
    foreignKey({ columns: [t.workspaceId, t.importId], foreignColumns: [imports.workspaceId, imports.id] }),
  ],
)

/** Ranks before an order was adopted, so that adopting is one undoable change. */
export const orderChanges = pgTable(
  "order_changes",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    reason: text("reason").notNull(),
    before: jsonb("before").$type<{ id: string; rank: string }[]>().notNull(),
    after: jsonb("after").$type<{ id: string; rank: string }[]>().notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    undoneAt: instant("undone_at"),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
