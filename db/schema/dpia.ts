import { sql } from "drizzle-orm"
import {
  type AnyPgColumn,
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
import type {
  EvaluationStatus,
  Kept,
  ListEntry,
  OpinionStatus,
  OwnRiskFields,
} from "@/server/dpia/domain/assessment-fields"
import type { ConsultationFacts } from "@/server/dpia/domain/consultation"
import type { DossierTexts } from "@/server/dpia/domain/dossier-texts"
import type { MeasureKind } from "@/server/dpia/domain/measure-library"
import type { FearedEvent } from "@/server/dpia/domain/questions"
import type { Level, RiskWeight } from "@/server/dpia/domain/risk"
import { items } from "./backlog"
import { day, id, instant, workspaceId } from "./columns"
import { memberships, workspaces } from "./members"
import { products } from "./products"

const level = (name: string) => integer(name).$type<Level>().notNull().default(0)

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

const ofAssessment = (workspaceId: AnyPgColumn, assessmentId: AnyPgColumn) =>
  foreignKey({
    columns: [workspaceId, assessmentId],
    foreignColumns: [assessments.workspaceId, assessments.id],
  })

/** The answer to one of the 36 questions; no row: nothing was said yet. */
export const assessmentAnswers = pgTable(
  "assessment_answers",
  {
    workspaceId: workspaceId(),
    assessmentId: uuid("assessment_id").notNull(),
    questionId: integer("question_id").notNull(),
    text: text("text").notNull(),
    gauge: level("gauge"),
    list: jsonb("list").$type<ListEntry[]>().notNull(),
    version: integer("version").notNull().default(1),
    updatedBy: uuid("updated_by").notNull(),
    updatedAt: instant("updated_at").notNull(),
    kept: jsonb("kept").$type<Kept>(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.assessmentId, t.questionId] }),
    ofAssessment(t.workspaceId, t.assessmentId),
  ],
)

export const assessmentMeasures = pgTable(
  "assessment_measures",
  {
    workspaceId: workspaceId(),
    id: id(),
    assessmentId: uuid("assessment_id").notNull(),
    /** Its number within the assessment, also in the exchange format; never given twice. */
    number: integer("number").notNull(),
    title: text("title").notNull(),
    content: text("content").notNull(),
    kind: text("kind").$type<MeasureKind>(),
    version: integer("version").notNull().default(1),
    updatedBy: uuid("updated_by").notNull(),
    updatedAt: instant("updated_at").notNull(),
    /** Set when it was taken out; it stays for earlier versions. */
    removedAt: instant("removed_at"),
    kept: jsonb("kept").$type<Kept>(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("assessment_measures_number").on(t.workspaceId, t.assessmentId, t.number),
    ofAssessment(t.workspaceId, t.assessmentId),
  ],
)

/** What the exchange format has no place for: risks before any measure, and risks besides the three feared events. */
export const assessmentRisks = pgTable(
  "assessment_risks",
  {
    workspaceId: workspaceId(),
    id: id(),
    assessmentId: uuid("assessment_id").notNull(),
    /** Null for a risk of one's own, which then carries everything itself. */
    event: text("event").$type<FearedEvent>(),
    title: text("title").notNull(),
    fields: jsonb("fields").$type<OwnRiskFields>(),
    inherentSeverity: level("inherent_severity"),
    inherentLikelihood: level("inherent_likelihood"),
    severity: level("severity"),
    likelihood: level("likelihood"),
    residualSeverity: level("residual_severity"),
    residualLikelihood: level("residual_likelihood"),
    version: integer("version").notNull().default(1),
    updatedBy: uuid("updated_by").notNull(),
    updatedAt: instant("updated_at").notNull(),
    removedAt: instant("removed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("assessment_risks_event").on(t.workspaceId, t.assessmentId, t.event),
    index("assessment_risks_assessment").on(t.workspaceId, t.assessmentId),
    check("assessment_risks_own", sql`(${t.event} is null) = (${t.fields} is not null)`),
    ofAssessment(t.workspaceId, t.assessmentId),
  ],
)

/** How one part, question or measure was judged. `reference` is "1.1", "2.1.211", "3.2", or "3.1." and the measure's id. */
export const assessmentEvaluations = pgTable(
  "assessment_evaluations",
  {
    workspaceId: workspaceId(),
    assessmentId: uuid("assessment_id").notNull(),
    reference: text("reference").notNull(),
    status: integer("status").$type<EvaluationStatus>().notNull(),
    comment: text("comment").notNull(),
    plan: text("plan").notNull(),
    /** Estimated again with the action plan; 0 and 0: not estimated again. */
    severity: level("severity"),
    likelihood: level("likelihood"),
    personInCharge: text("person_in_charge").notNull(),
    dueOn: day("due_on"),
    /** Null when it came with a file. */
    evaluatedBy: uuid("evaluated_by"),
    evaluatedAt: instant("evaluated_at"),
    version: integer("version").notNull().default(1),
    kept: jsonb("kept").$type<Kept>(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.assessmentId, t.reference] }),
    ofAssessment(t.workspaceId, t.assessmentId),
  ],
)

/** A line of the action plan is a backlog item; its state is the item's. */
export const assessmentActions = pgTable(
  "assessment_actions",
  {
    workspaceId: workspaceId(),
    id: id(),
    assessmentId: uuid("assessment_id").notNull(),
    /** What it improves: a reference as of an evaluation, or the id of a risk of one's own; null: the whole. */
    reference: text("reference"),
    itemId: uuid("item_id").notNull(),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("assessment_actions_assessment").on(t.workspaceId, t.assessmentId),
    foreignKey({
      columns: [t.workspaceId, t.itemId],
      foreignColumns: [items.workspaceId, items.id],
    }).onDelete("cascade"),
    ofAssessment(t.workspaceId, t.assessmentId),
  ],
)

/** Remarks on a question or a measure. Only added to. They are talk, not part of what is signed. */
export const assessmentComments = pgTable(
  "assessment_comments",
  {
    workspaceId: workspaceId(),
    id: id(),
    assessmentId: uuid("assessment_id").notNull(),
    questionId: integer("question_id"),
    measureId: uuid("measure_id"),
    text: text("text").notNull(),
    /** Null when it came with a file. */
    authorId: uuid("author_id"),
    createdAt: instant("created_at").notNull(),
    kept: jsonb("kept").$type<Kept>(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("assessment_comments_assessment").on(t.workspaceId, t.assessmentId),
    foreignKey({
      columns: [t.workspaceId, t.measureId],
      foreignColumns: [assessmentMeasures.workspaceId, assessmentMeasures.id],
    }),
    ofAssessment(t.workspaceId, t.assessmentId),
  ],
)

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
