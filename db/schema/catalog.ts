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
  uuid,
} from "drizzle-orm/pg-core"
import type { AssetKind } from "@/server/catalog/domain/asset"
import type { Scheme } from "@/server/catalog/domain/scheme"
import { id, instant, workspaceId } from "./columns"
import { memberships, workspaces } from "./members"
import { products } from "./products"

export const dataAssets = pgTable(
  "data_assets",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    /** Readable part of the address, unique in the workspace: "fulfilment-orders". */
    key: text("key").notNull(),
    name: text("name").notNull(),
    kind: text("kind").$type<AssetKind>().notNull(),
    location: text("location").notNull(),
    description: text("description").notNull(),
    productId: uuid("product_id"),
    ownerId: uuid("owner_id"),
    /** Set by a person; null leaves it to the fields. */
    levelKey: text("level_key"),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    createdBy: uuid("created_by").notNull(),
    updatedAt: instant("updated_at").notNull(),
    archivedAt: instant("archived_at"),
    archivedBy: uuid("archived_by"),
    archiveReason: text("archive_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("data_assets_key").on(t.workspaceId, t.key),
    unique("data_assets_name").on(t.workspaceId, t.kind, t.name),
    foreignKey({
      columns: [t.workspaceId, t.productId],
      foreignColumns: [products.workspaceId, products.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.ownerId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    index("data_assets_product").on(t.workspaceId, t.productId),
  ],
)

export const assetFields = pgTable(
  "asset_fields",
  {
    workspaceId: workspaceId(),
    id: id(),
    assetId: uuid("asset_id").notNull(),
    position: integer("position").notNull(),
    name: text("name").notNull(),
    type: text("type").notNull(),
    description: text("description").notNull(),
    nullable: boolean("nullable").notNull(),
    levelKey: text("level_key"),
    classKey: text("class_key"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("asset_fields_name").on(t.workspaceId, t.assetId, t.name),
    foreignKey({
      columns: [t.workspaceId, t.assetId],
      foreignColumns: [dataAssets.workspaceId, dataAssets.id],
    }),
    index("asset_fields_class").on(t.workspaceId, t.classKey),
  ],
)

/** A product's own level, where somebody set one higher than its assets'. */
export const productLevels = pgTable(
  "product_levels",
  {
    workspaceId: workspaceId(),
    productId: uuid("product_id").notNull(),
    levelKey: text("level_key").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.productId] }),
    foreignKey({
      columns: [t.workspaceId, t.productId],
      foreignColumns: [products.workspaceId, products.id],
    }),
  ],
)

/** The workspace's own levels and classes; without a row the built-in ones apply. */
export const classificationSchemes = pgTable(
  "classification_schemes",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    scheme: jsonb("scheme").$type<Scheme>().notNull(),
    version: integer("version").notNull(),
    updatedAt: instant("updated_at").notNull(),
    updatedBy: uuid("updated_by").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId] })],
)

/** Who gave a field, an asset or a product which level and class, when and why. Only added to. */
export const classificationDecisions = pgTable(
  "classification_decisions",
  {
    workspaceId: workspaceId(),
    id: id(),
    productId: uuid("product_id"),
    assetId: uuid("asset_id"),
    /** With `fieldName`; the field itself may be gone. */
    fieldId: uuid("field_id"),
    fieldName: text("field_name"),
    fromLevel: text("from_level"),
    toLevel: text("to_level"),
    fromClass: text("from_class"),
    toClass: text("to_class"),
    reason: text("reason").notNull(),
    /** Taken over from a suggestion instead of chosen. */
    suggested: boolean("suggested").notNull(),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.assetId],
      foreignColumns: [dataAssets.workspaceId, dataAssets.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.productId],
      foreignColumns: [products.workspaceId, products.id],
    }),
    index("classification_decisions_asset").on(t.workspaceId, t.assetId),
    index("classification_decisions_product").on(t.workspaceId, t.productId),
    check("classification_decisions_subject", sql`num_nonnulls(${t.assetId}, ${t.productId}) = 1`),
  ],
)

/** A suggestion that somebody looked at and refused: it is not made again for this field and class. */
export const dismissedSuggestions = pgTable(
  "dismissed_suggestions",
  {
    workspaceId: workspaceId(),
    fieldId: uuid("field_id").notNull(),
    classKey: text("class_key").notNull(),
    dismissedBy: uuid("dismissed_by").notNull(),
    dismissedAt: instant("dismissed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.fieldId, t.classKey] }),
    foreignKey({
      columns: [t.workspaceId, t.fieldId],
      foreignColumns: [assetFields.workspaceId, assetFields.id],
    }).onDelete("cascade"),
  ],
)
