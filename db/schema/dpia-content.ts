import { sql } from "drizzle-orm"
import {
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
import type { EvaluationStatus, Kept, ListEntry, OwnRiskFields } from "@/server/dpia/domain/assessment-fields"
import type { MeasureKind } from "@/server/dpia/domain/measure-library"
import type { FearedEvent } from "@/server/dpia/domain/questions"
import type { Level } from "@/server/dpia/domain/risk"
import { items } from "./backlog"
import { day, id, instant, workspaceId } from "./columns"
import { ofAssessment } from "./dpia"

const level = (name: string) => integer(name).$type<Level>().notNull().default(0)

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
