import { sql } from "drizzle-orm"
import {
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import type { MaskRule } from "@/server/privacy/domain/mask-rule"
import { dataAssets } from "./catalog"
import { id, instant, workspaceId } from "./columns"
import { workspaces } from "./members"

/** A role of the warehouse, under its name there. */
export const warehouseRoles = pgTable(
  "warehouse_roles",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    name: text("name").notNull(),
    description: text("description").notNull(),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    retiredAt: instant("retired_at"),
    retiredBy: uuid("retired_by"),
    retireReason: text("retire_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex("warehouse_roles_name").on(t.workspaceId, t.name).where(sql`retired_at is null`),
  ],
)

/** What a role sees of data of a class. Without a row: nothing. */
export const maskingRules = pgTable(
  "masking_rules",
  {
    workspaceId: workspaceId(),
    roleId: uuid("role_id").notNull(),
    classKey: text("class_key").notNull(),
    rule: jsonb("rule").$type<MaskRule>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.roleId, t.classKey] }),
    foreignKey({
      columns: [t.workspaceId, t.roleId],
      foreignColumns: [warehouseRoles.workspaceId, warehouseRoles.id],
    }),
  ],
)

/** A purpose that people have to agree to (Art. 6(1)(a) GDPR), and the role that works for it. */
export const consentPurposes = pgTable(
  "consent_purposes",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    name: text("name").notNull(),
    description: text("description").notNull(),
    roleId: uuid("role_id"),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    retiredAt: instant("retired_at"),
    retiredBy: uuid("retired_by"),
    retireReason: text("retire_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex("consent_purposes_name").on(t.workspaceId, t.name).where(sql`retired_at is null`),
    foreignKey({
      columns: [t.workspaceId, t.roleId],
      foreignColumns: [warehouseRoles.workspaceId, warehouseRoles.id],
    }),
  ],
)

/** An asset that is used for a purpose only where its person agreed, and where that is written down. */
export const consentUses = pgTable(
  "consent_uses",
  {
    workspaceId: workspaceId(),
    id: id(),
    purposeId: uuid("purpose_id").notNull(),
    assetId: uuid("asset_id").notNull(),
    /** Fields that need the consent; empty: all of them. */
    fieldNames: text("field_names").array().notNull(),
    /** The asset that holds the flags; null: this one. */
    flagAssetId: uuid("flag_asset_id"),
    flagColumn: text("flag_column").notNull(),
    /** Column of both that joins them; empty when the flags stand in the asset itself. */
    joinKey: text("join_key").notNull(),
    updatedAt: instant("updated_at").notNull(),
    updatedBy: uuid("updated_by").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("consent_uses_once").on(t.workspaceId, t.purposeId, t.assetId),
    foreignKey({
      columns: [t.workspaceId, t.purposeId],
      foreignColumns: [consentPurposes.workspaceId, consentPurposes.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.assetId],
      foreignColumns: [dataAssets.workspaceId, dataAssets.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.flagAssetId],
      foreignColumns: [dataAssets.workspaceId, dataAssets.id],
    }),
  ],
)
