import { eq } from "drizzle-orm"
import { z } from "zod"
import { strategyLinks } from "@/db/schema/initiatives"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { fetchEnds, fetchLink } from "./internal/link-ends"

/** Takes a link away. @throws NOT_FOUND, also for a link whose product or item is out of reach. */
export const unlinkSubject = command("strategy.unlinkSubject", {
  permission: "strategy.edit",
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const { ends, note } = await fetchLink(ctx, id)
    const { subject, goal, targets } = await fetchEnds(ctx, ends, false)
    const gone = await ctx.db
      .delete(strategyLinks)
      .where(own(ctx, strategyLinks, eq(strategyLinks.id, id)))
      .returning({ id: strategyLinks.id })
    if (gone.length === 0) throw notFound("The link")
    ctx.record({ targets, summary: `Took the link of ${subject.name} to ${goal} away`, before: { note } })
    return { ...ends, note }
  },
})
