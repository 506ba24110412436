import { count, eq } from "drizzle-orm"
import { z } from "zod"
import { links } from "@/db/schema/discussion"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { LINK_LIMITS, linkTitleSchema, linkUrlSchema, shortAddress } from "./domain/link"
import { subjectSchema } from "./domain/subject"
import { openSubject, targetOf } from "./subjects"

/** Adds a web address to an item or a product. It is shown, never fetched. @throws NOT_FOUND, INVALID, RULE_BROKEN */
export const addLink = command("discussion.addLink", {
  permission: "backlog.comment",
  at: async (ctx, input) => (await openSubject(ctx, input.subject)).scope,
  input: z.object({ subject: subjectSchema, url: linkUrlSchema, title: linkTitleSchema }),
  async run(ctx, { subject: ref, url, title }) {
    const subject = await openSubject(ctx, ref)
    const about = own(ctx, links, eq(links.subjectType, ref.type), eq(links.subjectId, ref.id))
    const [present] = await ctx.db.select({ links: count() }).from(links).where(about)
    if ((present?.links ?? 0) >= LINK_LIMITS.perSubject)
      throw ruleBroken(`${subject.name} has ${LINK_LIMITS.perSubject} links; remove one first`)
    const id = newId()
    const shown = title || shortAddress(url)
    await ctx.db.insert(links).values({
      workspaceId: ctx.workspaceId,
      id,
      subjectType: ref.type,
      subjectId: ref.id,
      url,
      title: shown,
      createdBy: ctx.userId,
      createdAt: ctx.now,
    })
    ctx.record({
      targets: [targetOf(ref, subject)],
      summary: `Added the link “${shown}” to ${subject.name}`,
      after: { url, title: shown },
    })
    return { id, title: shown }
  },
})
