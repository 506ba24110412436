import { inArray } from "drizzle-orm"
import { memberships } from "@/db/schema/members"
import { own } from "@/server/kernel/database"
import type { CheckProvider } from "../../check-provider"
import { verdicts } from "./verdicts"

/** An owner who has left answers no question. */
export const ownerActive: CheckProvider = {
  id: "owner-active",
  label: "Owner active",
  why: "Somebody who is still here answers for it after it is done.",
  subjects: ["item", "product"],
  params: [],
  async evaluate(ctx, subjects) {
    const ids = [...new Set(subjects.flatMap(({ ownerId }) => ownerId ?? []))]
    const rows =
      ids.length === 0
        ? []
        : await ctx.db
            .select({ id: memberships.userId, leftAt: memberships.leftAt })
            .from(memberships)
            .where(own(ctx, memberships, inArray(memberships.userId, ids)))
    const leftOf = new Map(rows.map(({ id, leftAt }) => [id, leftAt]))
    return verdicts(subjects, ({ ownerId, ownerName }) => {
      const name = ownerName ?? "The owner"
      if (!ownerId) return { state: "fail", reason: "Nobody owns it" }
      const leftAt = leftOf.get(ownerId)
      if (leftAt === undefined) return { state: "fail", reason: `${name} is no member of the workspace` }
      if (leftAt !== null) return { state: "fail", reason: `${name} has left the workspace`, at: leftAt }
      return { state: "pass", reason: `${name} owns it and is a member` }
    })
  },
}
