import { sql } from "drizzle-orm"
import {
  type AnyPgColumn,
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
import type { ScreeningAnswers, ScreeningQuestion, ScreeningVerdict } from "@/server/dpia/domain/screening"
import type { ScreeningDecision } from "@/server/dpia/domain/screening-decision"
import type { PersonalData } from "@/server/dpia/domain/screening-input"
import { items } from "./backlog"
import { id, instant, workspaceId } from "./columns"
import { products } from "./products"

/** Whether a product or an item holds personal data, as somebody declared it. Only added to: the latest row counts. */
export const personalDataDeclarations = pgTable(
  "personal_data_declarations",
  {
    workspaceId: workspaceId(),
    id: id(),
    productId: uuid("product_id"),
    itemId: uuid("item_id"),
    personalData: text("personal_data").$type<PersonalData>().notNull(),
    note: text("note").notNull(),
    declaredBy: uuid("declared_by").notNull(),
    declaredAt: instant("declared_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    check("personal_data_declarations_subject", sql`num_nonnulls(${t.productId}, ${t.itemId}) = 1`),
    foreignKey({
      columns: [t.workspaceId, t.productId],
      foreignColumns: [products.workspaceId, products.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.itemId],
      foreignColumns: [items.workspaceId, items.id],
    }).onDelete("cascade"),
    index("personal_data_declarations_product").on(t.workspaceId, t.productId, t.id),
    index("personal_data_declarations_item").on(t.workspaceId, t.itemId, t.id),
  ],
)

/** The screening of one product or item as it stands; what was handed in is kept in its versions. */
export const screenings = pgTable(
  "screenings",
  {
    workspaceId: workspaceId(),
    id: id(),
    productId: uuid("product_id"),
    itemId: uuid("item_id"),
    /** Counts what was handed in; goes up when something is changed afterwards. */
    version: integer("version").notNull().default(1),
    /** Goes up with every save. */
    lock: integer("lock").notNull().default(1),
    description: text("description").notNull(),
    answers: jsonb("answers").$type<ScreeningAnswers>().notNull(),
    notes: jsonb("notes").$type<Partial<Record<ScreeningQuestion, string>>>().notNull(),
    /** Of the present answers; null until all are given. */
    verdict: text("verdict").$type<ScreeningVerdict>(),
    decision: text("decision").$type<ScreeningDecision>(),
    reason: text("reason").notNull(),
    occasion: text("occasion").notNull(),
    dpoView: text("dpo_view").notNull(),
    dpoViewBy: uuid("dpo_view_by"),
    dpoViewAt: instant("dpo_view_at"),
    /** When the present version was handed in; null while it is being answered. */
    submittedAt: instant("submitted_at"),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("screenings_product").on(t.workspaceId, t.productId),
    unique("screenings_item").on(t.workspaceId, t.itemId),
    check("screenings_subject", sql`num_nonnulls(${t.productId}, ${t.itemId}) = 1`),
    foreignKey({
      columns: [t.workspaceId, t.productId],
      foreignColumns: [products.workspaceId, products.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.itemId], foreignColumns: [items.workspaceId, items.id] }),
  ],
)

const ofScreening = (workspaceId: AnyPgColumn, screeningId: AnyPgColumn) =>
  foreignKey({
    columns: [workspaceId, screeningId],
    foreignColumns: [screenings.workspaceId, screenings.id],
  })

/** Every version that was handed in, as canonical text. Only added to. */
export const screeningVersions = pgTable(
  "screening_versions",
  {
    workspaceId: workspaceId(),
    screeningId: uuid("screening_id").notNull(),
    version: integer("version").notNull(),
    content: text("content").notNull(),
    verdict: text("verdict").$type<ScreeningVerdict>().notNull(),
    decision: text("decision").$type<ScreeningDecision>().notNull(),
    submittedBy: uuid("submitted_by").notNull(),
    submittedAt: instant("submitted_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.screeningId, t.version] }),
    ofScreening(t.workspaceId, t.screeningId),
  ],
)

/** Who changed which version of a screening. */
export const screeningEditors = pgTable(
  "screening_editors",
  {
    workspaceId: workspaceId(),
    screeningId: uuid("screening_id").notNull(),
    version: integer("version").notNull(),
    userId: uuid("user_id").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.screeningId, t.version, t.userId] }),
    ofScreening(t.workspaceId, t.screeningId),
  ],
)
