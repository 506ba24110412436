import { and, eq, inArray } from "drizzle-orm"
import { z } from "zod"
import { assessmentRevisions } from "@/db/schema/dpia"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { query } from "@/server/kernel/operation"
import { assessmentKey } from "./domain/assessment-row"
import { compareContent } from "./domain/compare-content"
import { type SignedContent, signedContent } from "./domain/signed-content"
import { assessmentDetails } from "./internal/assessment-details"
import { fetchAssessment, scopeOfAssessment } from "./internal/assessment-rows"
import { presentFactsOf } from "./internal/known-facts"

const version = z.number().int().min(1)

/**
 * Two versions of an assessment side by side: what is in them under each heading, and where they differ. `to` may be
 * "present" for what stands now. @throws NOT_FOUND for a version that was never handed in.
 */
export const compareVersions = query("dpia.compareVersions", {
  permission: "dpia.read",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: z.object({ id: z.uuid(), from: version, to: z.union([version, z.literal("present")]) }),
  async run(ctx, { id, from, to }) {
    const row = await fetchAssessment(ctx, { id })
    const wanted = to === "present" ? [from] : [from, to]
    const { assessmentId, version } = assessmentRevisions
    const rows = await ctx.db
      .select({ version, content: assessmentRevisions.content })
      .from(assessmentRevisions)
      .where(own(ctx, assessmentRevisions, and(eq(assessmentId, id), inArray(version, wanted))))
    const contentAt = (wanted: number): SignedContent => {
      const found = rows.find((revision) => revision.version === wanted)
      if (!found) throw notFound(`Version ${wanted} of ${assessmentKey(row.number)}`)
      return JSON.parse(found.content)
    }
    const present = async () => {
      const details = await assessmentDetails(ctx, row)
      return signedContent(details, row.version, contentAt(from).screening, await presentFactsOf(ctx, row))
    }
    const other = to === "present" ? await present() : contentAt(to)
    return { from, to: other.version, sections: compareContent(contentAt(from), other) }
  },
})
