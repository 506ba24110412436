import { sql } from "drizzle-orm"
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import type { PeriodUnit } from "@/server/privacy/domain/retention-dates"
import type { RetentionAction, StartEvent } from "@/server/privacy/domain/retention-rule"
import { dataAssets } from "./catalog"
import { day, id, instant, workspaceId } from "./columns"
import { workspaces } from "./members"

/** How long data of a class may be kept for a purpose, and what happens then. */
export const retentionRules = pgTable(
  "retention_rules",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    name: text("name").notNull(),
    /** Null: data of any class. */
    classKey: text("class_key"),
    purpose: text("purpose").notNull(),
    basis: text("basis").notNull(),
    startEvent: text("start_event").$type<StartEvent>().notNull(),
    periodAmount: integer("period_amount").notNull(),
    periodUnit: text("period_unit").$type<PeriodUnit>().notNull(),
    /** After the first time: again every so many months; null: after the period itself. */
    repeatMonths: integer("repeat_months"),
    action: text("action").$type<RetentionAction>().notNull(),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    createdBy: uuid("created_by").notNull(),
    updatedAt: instant("updated_at").notNull(),
    retiredAt: instant("retired_at"),
    retiredBy: uuid("retired_by"),
    retireReason: text("retire_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex("retention_rules_name").on(t.workspaceId, t.name).where(sql`retired_at is null`),
    check("retention_rules_period", sql`${t.periodAmount} > 0 and coalesce(${t.repeatMonths}, 1) > 0`),
  ],
)

/** A rule that holds for an asset, counted from a start date. */
export const retentionAssignments = pgTable(
  "retention_assignments",
  {
    workspaceId: workspaceId(),
    id: id(),
    ruleId: uuid("rule_id").notNull(),
    assetId: uuid("asset_id").notNull(),
    /** The day of the start event of the oldest data. */
    startOn: day("start_on").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: uuid("created_by").notNull(),
    endedAt: instant("ended_at"),
    endedBy: uuid("ended_by"),
    endReason: text("end_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex("retention_assignments_once")
      .on(t.workspaceId, t.ruleId, t.assetId)
      .where(sql`ended_at is null`),
    foreignKey({
      columns: [t.workspaceId, t.ruleId],
      foreignColumns: [retentionRules.workspaceId, retentionRules.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.assetId],
      foreignColumns: [dataAssets.workspaceId, dataAssets.id],
    }),
    index("retention_assignments_asset").on(t.workspaceId, t.assetId),
  ],
)

/** What came of a due date: done with evidence, or refused with a reason until another day. Only added to. */
export const retentionOutcomes = pgTable(
  "retention_outcomes",
  {
    workspaceId: workspaceId(),
    id: id(),
    assignmentId: uuid("assignment_id").notNull(),
    outcome: text("outcome").$type<"executed" | "refused">().notNull(),
    /** The due date that it answers. */
    dueOn: day("due_on").notNull(),
    doneOn: day("done_on").notNull(),
    /** Records touched; null for a refusal. */
    count: bigint("count", { mode: "number" }),
    /** The query or the job's id. */
    evidence: text("evidence").notNull(),
    link: text("link").notNull(),
    /** Why it was refused; a note otherwise. */
    reason: text("reason").notNull(),
    /** Refused until this day. */
    deferredTo: day("deferred_to"),
    recordedBy: uuid("recorded_by").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.assignmentId],
      foreignColumns: [retentionAssignments.workspaceId, retentionAssignments.id],
    }),
    index("retention_outcomes_assignment").on(t.workspaceId, t.assignmentId),
    check("retention_outcomes_shape", sql`(${t.outcome} = 'refused') = (${t.deferredTo} is not null)`),
  ],
)

/** Nothing of the asset may be deleted while a hold is in force. */
export const legalHolds = pgTable(
  "legal_holds",
  {
    workspaceId: workspaceId(),
    id: id(),
    assetId: uuid("asset_id").notNull(),
    reason: text("reason").notNull(),
    /** Who asked for it: a court, an authority, counsel. */
    askedBy: text("asked_by").notNull(),
    fromOn: day("from_on").notNull(),
    /** The last day; null: until it is lifted. */
    untilOn: day("until_on"),
    placedBy: uuid("placed_by").notNull(),
    placedAt: instant("placed_at").notNull(),
    liftedAt: instant("lifted_at"),
    liftedBy: uuid("lifted_by"),
    liftReason: text("lift_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.assetId],
      foreignColumns: [dataAssets.workspaceId, dataAssets.id],
    }),
    index("legal_holds_asset").on(t.workspaceId, t.assetId),
    check("legal_holds_span", sql`${t.untilOn} is null or ${t.untilOn} >= ${t.fromOn}`),
  ],
)
