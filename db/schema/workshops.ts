import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import type { Outcome } from "@/server/workshops/domain/outcome"
import type { FactKind, WorkshopPhase } from "@/server/workshops/domain/workshop"
import { id, instant, workspaceId } from "./columns"
import { memberships, workspaces } from "./members"
import { frameworks } from "./scoring"

/** A prioritisation workshop. `revision` grows with every change of its state; live pages compare it. */
export const workshops = pgTable(
  "workshops",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    title: text("title").notNull(),
    frameworkId: uuid("framework_id").notNull(),
    phase: text("phase").$type<WorkshopPhase>().notNull(),
    /** 0 before the first scoring, then 1 to 5. */
    round: integer("round").notNull().default(0),
    facilitatorId: uuid("facilitator_id").notNull(),
    revision: integer("revision").notNull().default(1),
    /** The item that is being discussed, the same on every screen. */
    focusItemId: uuid("focus_item_id"),
    timerEndsAt: instant("timer_ends_at"),
    decision: text("decision"),
    outcome: jsonb("outcome").$type<Outcome>(),
    orderChangeId: uuid("order_change_id"),
    adoptedAt: instant("adopted_at"),
    adoptedBy: uuid("adopted_by"),
    createdAt: instant("created_at").notNull(),
    createdBy: uuid("created_by").notNull(),
    closedAt: instant("closed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.frameworkId],
      foreignColumns: [frameworks.workspaceId, frameworks.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.facilitatorId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
    index("workshops_created").on(t.workspaceId, t.createdAt),
  ],
)

/** The selection, as it was when the workshop opened: an item may be gone by now, the record of it is not. */
export const workshopItems = pgTable(
  "workshop_items",
  {
    workspaceId: workspaceId(),
    workshopId: uuid("workshop_id").notNull(),
    itemId: uuid("item_id").notNull(),
    /** 1 for the first in the order that the facilitator gave; the scoring keeps it. */
    place: integer("place").notNull(),
    key: text("key").notNull(),
    title: text("title").notNull(),
    productId: uuid("product_id"),
    /** The latest round that the item was chosen for; everything is scored in the first. */
    lastRound: integer("last_round").notNull().default(1),
    /** Of the decision; null for an item without a score. */
    finalRank: integer("final_rank"),
    sentence: text("sentence"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.workshopId, t.itemId] }),
    foreignKey({
      columns: [t.workspaceId, t.workshopId],
      foreignColumns: [workshops.workspaceId, workshops.id],
    }),
  ],
)

/** Who was invited or joined, whether they finished the round, and their dissent. */
export const workshopPeople = pgTable(
  "workshop_people",
  {
    workspaceId: workspaceId(),
    workshopId: uuid("workshop_id").notNull(),
    userId: uuid("user_id").notNull(),
    invitedAt: instant("invited_at"),
    joinedAt: instant("joined_at"),
    finishedRound: integer("finished_round").notNull().default(0),
    dissent: text("dissent"),
    dissentAt: instant("dissent_at"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.workshopId, t.userId] }),
    foreignKey({
      columns: [t.workspaceId, t.workshopId],
      foreignColumns: [workshops.workspaceId, workshops.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.userId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
  ],
)

/** What one person entered for one item in one round; nobody else's before the reveal. */
export const workshopEntries = pgTable(
  "workshop_entries",
  {
    workspaceId: workspaceId(),
    workshopId: uuid("workshop_id").notNull(),
    round: integer("round").notNull(),
    itemId: uuid("item_id").notNull(),
    userId: uuid("user_id").notNull(),
    inputs: jsonb("inputs").$type<Record<string, number>>().notNull(),
    note: text("note").notNull().default(""),
    /** Version of the person's own score of the item when they first entered something here; 0 for none. */
    seenVersion: integer("seen_version").notNull().default(0),
    version: integer("version").notNull().default(1),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.workshopId, t.round, t.itemId, t.userId] }),
    foreignKey({
      columns: [t.workspaceId, t.workshopId],
      foreignColumns: [workshops.workspaceId, workshops.id],
    }),
  ],
)

/** What happened, by whom and when: the phases are these facts. */
export const workshopFacts = pgTable(
  "workshop_facts",
  {
    workspaceId: workspaceId(),
    workshopId: uuid("workshop_id").notNull(),
    /** The revision that this fact made. */
    seq: integer("seq").notNull(),
    kind: text("kind").$type<FactKind>().notNull(),
    round: integer("round").notNull(),
    byId: uuid("by_id").notNull(),
    at: instant("at").notNull(),
    note: text("note").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.workshopId, t.seq] }),
    foreignKey({
      columns: [t.workspaceId, t.workshopId],
      foreignColumns: [workshops.workspaceId, workshops.id],
    }),
  ],
)
