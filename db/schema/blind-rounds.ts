import { sql } from "drizzle-orm"
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { items } from "./backlog"
import { id, instant, workspaceId } from "./columns"
import { workspaces } from "./members"

/**
 * A framework is scored blind from a row's opening to its reveal, or to its end without one: who decided what, when
 * and why. At most one round of a framework is open.
 */
export const blindRounds = pgTable(
  "blind_rounds",
  {
    workspaceId: workspaceId().references(() => workspaces.id),
    id: id(),
    frameworkKey: text("framework_key").notNull(),
    /** Who is asked to score. */
    scorerIds: uuid("scorer_ids").array().notNull(),
    openedAt: instant("opened_at").notNull(),
    openedBy: uuid("opened_by").notNull(),
    reason: text("reason").notNull(),
    revealedAt: instant("revealed_at"),
    revealedBy: uuid("revealed_by"),
    revealReason: text("reveal_reason"),
    cancelledAt: instant("cancelled_at"),
    cancelledBy: uuid("cancelled_by"),
    cancelReason: text("cancel_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex("blind_rounds_open")
      .on(t.workspaceId, t.frameworkKey)
      .where(sql`revealed_at is null and cancelled_at is null`),
    index("blind_rounds_key").on(t.workspaceId, t.frameworkKey, t.revealedAt),
  ],
)

/** The scores as they were at the reveal, for good: what people change afterwards stands beside them in `scores`. */
export const revealedScores = pgTable(
  "revealed_scores",
  {
    workspaceId: workspaceId(),
    roundId: uuid("round_id").notNull(),
    itemId: uuid("item_id").notNull(),
    frameworkId: uuid("framework_id").notNull(),
    userId: uuid("user_id").notNull(),
    inputs: jsonb("inputs").$type<Record<string, number | null>>().notNull(),
    note: text("note").notNull(),
    givenAt: instant("given_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.roundId, t.frameworkId, t.itemId, t.userId] }),
    foreignKey({
      columns: [t.workspaceId, t.roundId],
      foreignColumns: [blindRounds.workspaceId, blindRounds.id],
    }),
    index("revealed_scores_item").on(t.workspaceId, t.itemId),
  ],
)

/**
 * The scores written in a round: what stood before it, and once it is cancelled what was given in it, which from then
 * on is its scorer's alone. Without `givenAt` nothing is set aside. The rows of a revealed round are dropped.
 */
export const setAsideScores = pgTable(
  "set_aside_scores",
  {
    workspaceId: workspaceId(),
    roundId: uuid("round_id").notNull(),
    itemId: uuid("item_id").notNull(),
    frameworkId: uuid("framework_id").notNull(),
    userId: uuid("user_id").notNull(),
    /** Null when the person had not scored the item before the round. */
    earlierInputs: jsonb("earlier_inputs").$type<Record<string, number | null>>(),
    earlierNote: text("earlier_note"),
    earlierCarriedFrom: integer("earlier_carried_from"),
    earlierCarriedBy: uuid("earlier_carried_by"),
    earlierGivenAt: instant("earlier_given_at"),
    inputs: jsonb("inputs").$type<Record<string, number | null>>(),
    note: text("note"),
    givenAt: instant("given_at"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.roundId, t.frameworkId, t.itemId, t.userId] }),
    foreignKey({
      columns: [t.workspaceId, t.roundId],
      foreignColumns: [blindRounds.workspaceId, blindRounds.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.itemId],
      foreignColumns: [items.workspaceId, items.id],
    }).onDelete("cascade"),
    index("set_aside_scores_mine").on(t.workspaceId, t.frameworkId, t.userId),
    index("set_aside_scores_item").on(t.workspaceId, t.itemId),
  ],
)
