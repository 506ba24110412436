import { sql } from "drizzle-orm"
import {
  check,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core"
import type { Direction } from "@/server/strategy/domain/key-result"
import type { ObjectiveState } from "@/server/strategy/domain/objective"
import type { DurationUnit } from "@/server/strategy/domain/period"
import { day, id, instant, workspaceId } from "./columns"
import { memberships, workspaces } from "./members"
import { domains } from "./products"

export const objectives = pgTable(
  "objectives",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    /** Read aloud as O-3. */
    number: integer("number").notNull(),
    title: text("title").notNull(),
    description: text("description").notNull(),
    ownerId: uuid("owner_id"),
    domainId: uuid("domain_id"),
    periodStart: day("period_start").notNull(),
    periodEnd: day("period_end").notNull(),
    state: text("state").$type<ObjectiveState>().notNull(),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    createdBy: uuid("created_by").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("objectives_number").on(t.workspaceId, t.number),
    foreignKey({
      columns: [t.workspaceId, t.ownerId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    foreignKey({ columns: [t.workspaceId, t.domainId], foreignColumns: [domains.workspaceId, domains.id] }),
  ],
)

/** Who moved an objective from which state to which, when and why. Only added to. */
export const objectiveDecisions = pgTable(
  "objective_decisions",
  {
    workspaceId: workspaceId(),
    id: id(),
    objectiveId: uuid("objective_id").notNull(),
    fromState: text("from_state").$type<ObjectiveState>(),
    toState: text("to_state").$type<ObjectiveState>().notNull(),
    reason: text("reason").notNull(),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.objectiveId],
      foreignColumns: [objectives.workspaceId, objectives.id],
    }),
    index("objective_decisions_objective").on(t.workspaceId, t.objectiveId),
  ],
)

export const keyResults = pgTable(
  "key_results",
  {
    workspaceId: workspaceId(),
    id: id(),
    objectiveId: uuid("objective_id").notNull(),
    metric: text("metric").notNull(),
    unit: text("unit").notNull(),
    direction: text("direction").$type<Direction>().notNull(),
    baseline: numeric("baseline").notNull(),
    /** Null for a range. Derived from baseline and percentage when stated relatively. */
    target: numeric("target"),
    relativePercent: numeric("relative_percent"),
    rangeLow: numeric("range_low"),
    rangeHigh: numeric("range_high"),
    startDate: day("start_date").notNull(),
    dueDate: day("due_date").notNull(),
    durationAmount: integer("duration_amount"),
    durationUnit: text("duration_unit").$type<DurationUnit>(),
    ownerId: uuid("owner_id"),
    /** A measurement is owed after so many days. */
    rhythmDays: integer("rhythm_days").notNull(),
    version: integer("version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
    createdBy: uuid("created_by").notNull(),
    updatedAt: instant("updated_at").notNull(),
    /** Set when it was taken out of its objective; its measurements stay. */
    droppedAt: instant("dropped_at"),
    droppedBy: uuid("dropped_by"),
    dropReason: text("drop_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.objectiveId],
      foreignColumns: [objectives.workspaceId, objectives.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.ownerId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    index("key_results_objective").on(t.workspaceId, t.objectiveId),
    check("key_results_period", sql`${t.dueDate} > ${t.startDate}`),
  ],
)

/** Only added to: a correction is a new row that names the one it replaces. A null value withdraws it. */
export const measurements = pgTable(
  "measurements",
  {
    workspaceId: workspaceId(),
    id: id(),
    keyResultId: uuid("key_result_id").notNull(),
    measuredOn: day("measured_on").notNull(),
    value: numeric("value"),
    /** Where the figure comes from. */
    note: text("note").notNull(),
    measuredBy: uuid("measured_by").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    supersedes: uuid("supersedes"),
    reason: text("reason"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("measurements_supersedes").on(t.workspaceId, t.supersedes),
    foreignKey({
      columns: [t.workspaceId, t.keyResultId],
      foreignColumns: [keyResults.workspaceId, keyResults.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.supersedes], foreignColumns: [t.workspaceId, t.id] }),
    index("measurements_key_result").on(t.workspaceId, t.keyResultId, t.measuredOn),
    check("measurements_correction", sql`(${t.supersedes} is null) = (${t.reason} is null)`),
  ],
)
