import { eq } from "drizzle-orm"
import { z } from "zod"
import { links } from "@/db/schema/discussion"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { openSubject, targetOf } from "./subjects"

/** Removes a link: its author, or whoever may change items. @throws NOT_FOUND, FORBIDDEN */
export const removeLink = command("discussion.removeLink", {
  permission: "backlog.comment",
  at: async (ctx, input) => (await fetchLink(ctx, input.id)).subject.scope,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const { link, ref, subject } = await fetchLink(ctx, id)
    if (link.createdBy !== ctx.userId) ctx.require("backlog.edit", subject.scope)
    await ctx.db.delete(links).where(own(ctx, links, eq(links.id, id)))
    ctx.record({
      targets: [targetOf(ref, subject)],
      summary: `Removed the link “${link.title}” from ${subject.name}`,
      before: { url: link.url, title: link.title },
    })
    return { id }
  },
})

async function fetchLink(ctx: OpCtx, id: string) {
  const [link] = await ctx.db
    .select()
    .from(links)
    .where(own(ctx, links, eq(links.id, id)))
  if (!link) throw notFound("The link")
  const ref = { type: link.subjectType, id: link.subjectId }
  return { link, ref, subject: await openSubject(ctx, ref) }
}
