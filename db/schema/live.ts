import { foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core"
import { instant, workspaceId } from "./columns"
import { memberships } from "./members"

/** Who has a live page open, or had: one row per person and topic, renewed while their stream is open. */
export const livePresence = pgTable(
  "live_presence",
  {
    workspaceId: workspaceId(),
    topic: text("topic").notNull(),
    userId: uuid("user_id").notNull(),
    seenAt: instant("seen_at").notNull(),
    /** Set when the stream ended; a later `seen_at` means that the person is back. */
    leftAt: instant("left_at"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.topic, t.userId] }),
    foreignKey({
      columns: [t.workspaceId, t.userId],
      foreignColumns: [memberships.workspaceId, memberships.userId],
    }),
  ],
)
