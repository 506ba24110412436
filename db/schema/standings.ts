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
  smallint,
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
    // Narrow, so that a ranking is counted without reading what its rows show.
    index("score_standings_counted").on(
      t.workspaceId,
      t.frameworkId,
      t.itemId,
      t.status,
      t.split,
      t.scoredAt,
    ),
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
    /** Grows with every change of the standings. */
    generation: integer("generation").notNull().default(0),
    /** Counts of this generation and later ones can be brought up to date by `standing_changes`; older ones cannot. */
    countableFrom: integer("countable_from").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.frameworkId] }),
    foreignKey({
      columns: [t.workspaceId, t.frameworkId],
      foreignColumns: [frameworks.workspaceId, frameworks.id],
    }),
  ],
)

/**
 * What the latest changes of standings add to the numbers of a ranking, so that they need not be counted again after
 * every score. Kept for some generations only.
 */
export const standingChanges = pgTable(
  "standing_changes",
  {
    workspaceId: workspaceId(),
    frameworkId: uuid("framework_id").notNull(),
    generation: integer("generation").notNull(),
    itemId: uuid("item_id").notNull(),
    /** 1 when the item got its first standing. */
    touched: smallint("touched").notNull(),
    /** 1 when it became scored, -1 when it is no longer. */
    scored: smallint("scored").notNull(),
    /** 1 when it is now among the scored items that people are split on, -1 when no longer. */
    split: smallint("split").notNull(),
    scoredAt: instant("scored_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.frameworkId, t.generation, t.itemId] }),
    index("standing_changes_item").on(t.workspaceId, t.itemId),
    foreignKey({
      columns: [t.workspaceId, t.itemId],
      foreignColumns: [items.workspaceId, items.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.frameworkId],
      foreignColumns: [frameworks.workspaceId, frameworks.id],
    }),
  ],
)
