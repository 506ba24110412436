import { asc, eq } from "drizzle-orm"
import { dodReviews } from "@/db/schema/dod"
import { users } from "@/db/schema/members"
import { own } from "@/server/kernel/database"
import type { CheckProvider } from "../../check-provider"
import { isOneOf } from "../one-of"
import { verdicts } from "./verdicts"

/** Nobody finds their own mistakes: reviews by who owns or wrote it, or did so then, do not count. */
export const peerReviewed: CheckProvider = {
  id: "peer-reviewed",
  label: "Reviewed by another person",
  why: "Somebody who neither owns nor wrote it has looked it over.",
  subjects: ["item", "product"],
  params: [],
  async evaluate(ctx, subjects) {
    const rows = await ctx.db
      .select({
        checklistId: dodReviews.checklistId,
        accepted: dodReviews.accepted,
        independent: dodReviews.independent,
        by: dodReviews.createdBy,
        byName: users.name,
        at: dodReviews.createdAt,
      })
      .from(dodReviews)
      .innerJoin(users, eq(users.id, dodReviews.createdBy))
      .where(
        own(
          ctx,
          dodReviews,
          isOneOf(
            dodReviews.checklistId,
            subjects.map(({ checklistId }) => checklistId),
          ),
        ),
      )
      .orderBy(asc(dodReviews.id))
    const reviews = Map.groupBy(rows, ({ checklistId }) => checklistId)
    return verdicts(subjects, ({ checklistId, ownerId, authorId }) => {
      const all = reviews.get(checklistId) ?? []
      const others = all.filter(({ by, independent }) => independent && by !== ownerId && by !== authorId)
      const latest = [...new Map(others.map((review) => [review.by, review])).values()]
      const asking = latest.find(({ accepted }) => !accepted)
      if (asking) return { state: "fail", reason: `${asking.byName} asks for changes`, at: asking.at }
      const [first] = latest
      if (first) return { state: "pass", reason: `Reviewed by ${first.byName}`, at: first.at }
      const reason = all.length > 0 ? "Only its owner or author has reviewed it" : "Nobody has reviewed it"
      return { state: "fail", reason }
    })
  },
}
