import {
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
import type { ActivityWords } from "@/server/privacy/domain/processing-activity"
import { day, id, instant, workspaceId } from "./columns"
import { assessments } from "./dpia"
import { memberships, workspaces } from "./members"
import { products } from "./products"

/** One entry of the record of processing (Art. 30 GDPR), read aloud as ROP-3. */
export const processingActivities = pgTable(
  "processing_activities",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    number: integer("number").notNull(),
    name: text("name").notNull(),
    words: jsonb("words").$type<ActivityWords>().notNull(),
    assessmentId: uuid("assessment_id"),
    ownerId: uuid("owner_id"),
    nextReviewOn: day("next_review_on"),
    /** Goes up with every edit; approval is asked for one version. */
    version: integer("version").notNull().default(1),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    deprecatedAt: instant("deprecated_at"),
    deprecatedBy: uuid("deprecated_by"),
    deprecateReason: text("deprecate_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("processing_activities_number").on(t.workspaceId, t.number),
    foreignKey({
      columns: [t.workspaceId, t.assessmentId],
      foreignColumns: [assessments.workspaceId, assessments.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.ownerId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
  ],
)

/** Products in which the processing happens. */
export const processingProducts = pgTable(
  "processing_products",
  {
    workspaceId: workspaceId(),
    activityId: uuid("activity_id").notNull(),
    productId: uuid("product_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.activityId, t.productId] }),
    index("processing_products_product").on(t.workspaceId, t.productId),
    foreignKey({
      columns: [t.workspaceId, t.activityId],
      foreignColumns: [processingActivities.workspaceId, processingActivities.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.productId],
      foreignColumns: [products.workspaceId, products.id],
    }),
  ],
)

/** Who wrote in which version of an entry: they do not approve it. */
export const processingEditors = pgTable(
  "processing_editors",
  {
    workspaceId: workspaceId(),
    activityId: uuid("activity_id").notNull(),
    version: integer("version").notNull(),
    userId: uuid("user_id").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.activityId, t.version, t.userId] }),
    foreignKey({
      columns: [t.workspaceId, t.activityId],
      foreignColumns: [processingActivities.workspaceId, processingActivities.id],
    }),
  ],
)
