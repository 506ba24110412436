import { sql } from "drizzle-orm"
import { foreignKey, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { id, instant, workspaceId } from "./columns"
import { workspaces } from "./members"

/**
 * A framework is scored blind from a row's opening to its reveal: who decided what, when and why. At most one round
 * of a framework is open.
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
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex("blind_rounds_open").on(t.workspaceId, t.frameworkKey).where(sql`revealed_at is null`),
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
