import { sql } from "drizzle-orm"
import {
  check,
  foreignKey,
  index,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core"
import type { Decision } from "@/server/strategy/domain/initiative"
import { day, id, instant, workspaceId } from "./columns"
import { initiatives } from "./initiatives"

/** Somebody asks for money. Only added to. */
export const fundingRequests = pgTable(
  "funding_requests",
  {
    workspaceId: workspaceId(),
    id: id(),
    initiativeId: uuid("initiative_id").notNull(),
    amount: numeric("amount").notNull(),
    currency: text("currency").notNull(),
    reason: text("reason").notNull(),
    askedBy: uuid("asked_by").notNull(),
    askedAt: instant("asked_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId],
      foreignColumns: [initiatives.workspaceId, initiatives.id],
    }),
    index("funding_requests_initiative").on(t.workspaceId, t.initiativeId),
    check("funding_requests_amount", sql`${t.amount} > 0`),
  ],
)

/** The one decision on a request: who, when, why and how much. Only added to. */
export const fundingDecisions = pgTable(
  "funding_decisions",
  {
    workspaceId: workspaceId(),
    id: id(),
    requestId: uuid("request_id").notNull(),
    decision: text("decision").$type<Decision>().notNull(),
    /** Approved; 0 when declined. */
    amount: numeric("amount").notNull(),
    reason: text("reason").notNull(),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("funding_decisions_request").on(t.workspaceId, t.requestId),
    foreignKey({
      columns: [t.workspaceId, t.requestId],
      foreignColumns: [fundingRequests.workspaceId, fundingRequests.id],
    }),
    check("funding_decisions_amount", sql`(${t.decision} = 'approved') = (${t.amount} > 0)`),
  ],
)

/** Money that was spent, by day. Only added to: a correction names the row it replaces; 0 takes it back. */
export const spendings = pgTable(
  "spendings",
  {
    workspaceId: workspaceId(),
    id: id(),
    initiativeId: uuid("initiative_id").notNull(),
    spentOn: day("spent_on").notNull(),
    amount: numeric("amount").notNull(),
    currency: text("currency").notNull(),
    note: text("note").notNull(),
    bookedBy: uuid("booked_by").notNull(),
    bookedAt: instant("booked_at").notNull(),
    supersedes: uuid("supersedes"),
    reason: text("reason"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("spendings_supersedes").on(t.workspaceId, t.supersedes),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId],
      foreignColumns: [initiatives.workspaceId, initiatives.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.supersedes], foreignColumns: [t.workspaceId, t.id] }),
    index("spendings_initiative").on(t.workspaceId, t.initiativeId),
    check("spendings_amount", sql`${t.amount} >= 0 and (${t.amount} > 0 or ${t.supersedes} is not null)`),
    check("spendings_correction", sql`(${t.supersedes} is null) = (${t.reason} is null)`),
  ],
)
