import { z } from "zod"
import { slugOf } from "@/server/products/domain/product"

export const ASSET_KINDS = ["table", "view", "file", "stream", "dashboard", "model", "api"] as const
export type AssetKind = (typeof ASSET_KINDS)[number]

export const ASSET_KIND_LABELS: Record<AssetKind, string> = {
  table: "Table",
  view: "View",
  file: "File",
  stream: "Stream",
  dashboard: "Dashboard",
  model: "Model",
  api: "API",
}

/** Most fields of one asset. */
export const MOST_FIELDS = 2000

/** What people write about a data asset. `name` is unique in the workspace among assets of its kind. */
export const assetFields = z.object({
  name: z.string().trim().min(1, "Give a name").max(200, "A name has at most 200 characters"),
  kind: z.enum(ASSET_KINDS, "Choose a kind"),
  /** Where it is: system, database, path. */
  location: z.string().trim().max(500, "A location has at most 500 characters").default(""),
  description: z.string().trim().max(20_000, "A description has at most 20,000 characters").default(""),
  productId: z.uuid("Choose a product").nullable().default(null),
  ownerId: z.uuid("Choose a member").nullable().default(null),
})
export type AssetFields = z.output<typeof assetFields>

const shape = assetFields.shape
/** Changes to one asset: only the fields given; `version` is the one the editor saw. */
export const assetChanges = z
  .object({
    name: shape.name,
    kind: shape.kind,
    location: shape.location.removeDefault(),
    description: shape.description.removeDefault(),
    productId: shape.productId.removeDefault(),
    ownerId: shape.ownerId.removeDefault(),
  })
  .partial()

/** One column, key or measure of an asset. */
export const fieldInput = z.object({
  name: z.string().trim().min(1, "Give the field a name").max(200, "A field name has at most 200 characters"),
  type: z.string().trim().max(100, "A type has at most 100 characters").default(""),
  description: z.string().trim().max(2000, "A description has at most 2,000 characters").default(""),
  nullable: z.boolean().default(true),
})
export type FieldInput = z.output<typeof fieldInput>

/** A field as it is stored, with its classification; null where nobody has classified it. */
export type AssetField = FieldInput & { id: string; levelKey: string | null; classKey: string | null }

/** The readable part of an asset's address. */
export function assetSlug(name: string, kind: AssetKind): string {
  const ascii = name.normalize("NFKD").replace(/\p{M}/gu, "")
  return /[a-z0-9]/i.test(ascii) ? slugOf(name) : kind
}

const filterOwner = z.union([z.literal("me"), z.uuid()])

/** Stands in a filter for assets that belong to no product. */
export const NO_PRODUCT = "none"
const filterProduct = z.union([z.literal(NO_PRODUCT), z.uuid()])

/** What a list of assets shows. Empty lists mean "any"; the level "unknown" stands for nothing classified. */
export const assetFilter = z.object({
  search: z.string().trim().max(200).default(""),
  /** These alone, for whoever holds ids and wants names. */
  ids: z.array(z.uuid()).max(50).default([]),
  productIds: z.array(filterProduct).max(100).default([]),
  kinds: z.array(z.enum(ASSET_KINDS)).max(ASSET_KINDS.length).default([]),
  levels: z.array(z.string().max(40)).max(20).default([]),
  ownerIds: z.array(filterOwner).max(50).default([]),
  archived: z.boolean().default(false),
})
export type AssetFilter = z.output<typeof assetFilter>

export const UNKNOWN_LEVEL = "unknown"

/** What the classification of products shows. Empty means "any"; the level "unknown" as above. */
export const classificationFilter = z.object({
  search: assetFilter.shape.search,
  levels: assetFilter.shape.levels,
})
export type ClassificationFilter = z.output<typeof classificationFilter>
