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
  uuid,
} from "drizzle-orm/pg-core"
import type { KnownFact } from "@/server/dpia/domain/known-facts"
import { id, instant, workspaceId } from "./columns"
import { assessments } from "./dpia"
import { screenings } from "./screenings"

/**
 * What was known of a product's data when a screening or an assessment was handed in, and whenever an officer judged
 * later that the version still covers it. The latest row of a version counts. Only added to.
 */
export const knownFacts = pgTable(
  "known_facts",
  {
    workspaceId: workspaceId(),
    id: id(),
    screeningId: uuid("screening_id"),
    assessmentId: uuid("assessment_id"),
    version: integer("version").notNull(),
    facts: jsonb("facts").$type<KnownFact[]>().notNull(),
    /** Why the version still covers them; empty when it was handed in with them. */
    reason: text("reason").notNull(),
    notedBy: uuid("noted_by").notNull(),
    notedAt: instant("noted_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    check("known_facts_subject", sql`num_nonnulls(${t.screeningId}, ${t.assessmentId}) = 1`),
    foreignKey({
      columns: [t.workspaceId, t.screeningId],
      foreignColumns: [screenings.workspaceId, screenings.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.assessmentId],
      foreignColumns: [assessments.workspaceId, assessments.id],
    }),
    index("known_facts_screening").on(t.workspaceId, t.screeningId, t.version, t.id),
    index("known_facts_assessment").on(t.workspaceId, t.assessmentId, t.version, t.id),
  ],
)
