import {
  type AnyPgColumn,
  boolean,
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
import type { Kept, OpinionStatus } from "@/server/dpia/domain/assessment-fields"
import type { ConsultationFacts } from "@/server/dpia/domain/consultation"
import type { DossierTexts } from "@/server/dpia/domain/dossier-texts"
import type { RiskWeight } from "@/server/dpia/domain/risk"
import { items } from "./backlog"
import { day, id, instant, workspaceId } from "./columns"
import { memberships, workspaces } from "./members"
import { products } from "./products"

/** A data protection impact assessment (Art. 35 GDPR), read aloud as DPIA-3. */
export const assessments = pgTable(
  "assessments",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    number: integer("number").notNull(),
    name: text("name").notNull(),
    category: text("category").notNull(),
    productId: uuid("product_id").notNull(),
    itemId: uuid("item_id"),
    authorId: uuid("author_id").notNull(),
    /** Names as text, which the exchange format carries; never taken for accounts. */
    authorName: text("author_name").notNull(),
    evaluatorName: text("evaluator_name").notNull(),
    validatorName: text("validator_name").notNull(),
    /** Counts what was handed in; goes up when something is changed afterwards. */
    version: integer("version").notNull().default(1),
    /** Goes up with every save. */
    lock: integer("lock").notNull().default(1),
    submittedVersion: integer("submitted_version"),
    /** What the list shows: computed with every save. */
    progress: integer("progress").notNull().default(0),
    riskWeight: text("risk_weight").$type<RiskWeight>().notNull().default("unknown"),
    reviewOn: day("review_on"),
    adviceAskedAt: instant("advice_asked_at"),
    adviceAskedBy: uuid("advice_asked_by"),
    dpoNames: text("dpo_names").notNull(),
    dpoOpinion: text("dpo_opinion").notNull(),
    dpoStatus: integer("dpo_status").$type<OpinionStatus>(),
    adviceBy: uuid("advice_by"),
    adviceAt: instant("advice_at"),
    /** The version that the advice was given on. */
    adviceVersion: integer("advice_version"),
    overruleReason: text("overrule_reason").notNull(),
    overruledBy: uuid("overruled_by"),
    overruledAt: instant("overruled_at"),
    peopleSought: boolean("people_sought"),
    peopleNames: text("people_names").notNull(),
    peopleOpinion: text("people_opinion").notNull(),
    peopleStatus: integer("people_status").$type<OpinionStatus>(),
    /** Why the views of the people concerned were not sought. */
    peopleReason: text("people_reason").notNull(),
    rejectionReason: text("rejection_reason").notNull(),
    /** What was changed after a refusal. */
    adjustments: text("adjustments").notNull(),
    consultation: jsonb("consultation").$type<ConsultationFacts>().notNull(),
    /** What the authority is told besides what is stored elsewhere; null: nothing was written. */
    dossier: jsonb("dossier").$type<DossierTexts>(),
    /** Set when it came from a file: what the file said about it, kept to be written back. */
    kept: jsonb("kept").$type<Kept>(),
    importedFrom: text("imported_from"),
    importedAt: instant("imported_at"),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    archivedAt: instant("archived_at"),
    archivedBy: uuid("archived_by"),
    archiveReason: text("archive_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("assessments_number").on(t.workspaceId, t.number),
    index("assessments_product").on(t.workspaceId, t.productId),
    foreignKey({
      columns: [t.workspaceId, t.productId],
      foreignColumns: [products.workspaceId, products.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.itemId], foreignColumns: [items.workspaceId, items.id] }),
    foreignKey({
      columns: [t.workspaceId, t.authorId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
  ],
)

/** The reference to the assessment of rows that belong to one. */
export const ofAssessment = (workspaceId: AnyPgColumn, assessmentId: AnyPgColumn) =>
  foreignKey({
    columns: [workspaceId, assessmentId],
    foreignColumns: [assessments.workspaceId, assessments.id],
  })

/** Every version that was handed in, as canonical text. Only added to. */
export const assessmentRevisions = pgTable(
  "assessment_revisions",
  {
    workspaceId: workspaceId(),
    assessmentId: uuid("assessment_id").notNull(),
    version: integer("version").notNull(),
    content: text("content").notNull(),
    note: text("note").notNull(),
    submittedBy: uuid("submitted_by").notNull(),
    submittedAt: instant("submitted_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.assessmentId, t.version] }),
    ofAssessment(t.workspaceId, t.assessmentId),
  ],
)

/** Who wrote in which version of an assessment. */
export const assessmentEditors = pgTable(
  "assessment_editors",
  {
    workspaceId: workspaceId(),
    assessmentId: uuid("assessment_id").notNull(),
    version: integer("version").notNull(),
    userId: uuid("user_id").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.assessmentId, t.version, t.userId] }),
    ofAssessment(t.workspaceId, t.assessmentId),
  ],
)
