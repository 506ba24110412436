import { sql } from "drizzle-orm"
import {
  boolean,
  customType,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core"
import type { StandingDetail } from "@/server/scoring/domain/standing"
import { items } from "./backlog"
import { instant, workspaceId } from "./columns"
import { frameworks } from "./scoring"

/** Compared by code units, as `orderKey` of the scoring domain expects it. */
const orderText = customType<{ data: string }>({ dataType: () => 'text collate "C"' })

/**
 * What the scores of an item come to under one framework version: derived from `scores`, kept in the same
 * transaction, so that a ranked list is read by an index. Never the truth: it can be dropped and built again.
 */
export const scoreStandings = pgTable(
  "score_standings",
  {
    workspaceId: workspaceId(),
    frameworkId: uuid("framework_id").notNull(),
    itemId: uuid("item_id").notNull(),
    status: text("status").$type<"scored" | "missing" | "invalid">().notNull(),
    /** Null unless scored. */
    score: doublePrecision("score"),
    /** The combined value by criterion; null where nobody gave one. */
    values: jsonb("values").$type<Record<string, number | null>>().notNull(),
    /** The lowest value given, by criterion. */
    lows: jsonb("lows").$type<Record<string, number>>().notNull(),
    split: boolean("split").notNull(),
    scorers: integer("scorers").notNull(),
    /** What a row of the ranked list shows besides. */
    detail: jsonb("detail").$type<StandingDetail>().notNull().default({ dots: [], incomplete: 0, split: [] }),
    scoredAt: instant("scored_at").notNull(),
    orderKey: orderText("order_key").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.frameworkId, t.itemId] }),
    foreignKey({
      columns: [t.workspaceId, t.itemId],
      foreignColumns: [items.workspaceId, items.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.frameworkId],
      foreignColumns: [frameworks.workspaceId, frameworks.id],
    }),
    index("score_standings_item").on(t.workspaceId, t.itemId),
    index("score_standings_order")
      .on(t.workspaceId, t.frameworkId, t.score.desc(), t.orderKey)
      .where(sql`status = 'scored'`),
  ],
)

/** Says that every standing of a framework version is there, made by these rules; without it they are not used. */
export const standingStamps = pgTable(
  "standing_stamps",
  {
    workspaceId: workspaceId(),
    frameworkId: uuid("framework_id").notNull(),
    rules: integer("rules").notNull(),
    builtAt: instant("built_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.frameworkId] }),
    foreignKey({
      columns: [t.workspaceId, t.frameworkId],
      foreignColumns: [frameworks.workspaceId, frameworks.id],
    }),
  ],
)
