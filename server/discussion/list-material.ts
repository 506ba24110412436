import { asc, eq } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { z } from "zod"
import { attachments, links } from "@/db/schema/discussion"
import { users } from "@/db/schema/members"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { subjectSchema } from "./domain/subject"
import { openSubject } from "./subjects"

const removers = alias(users, "removers")

/** The files and links of a subject, oldest first; of a removed file the fact that it was there. @throws NOT_FOUND */
export const listMaterial = query("discussion.listMaterial", {
  permission: "backlog.read",
  at: "rows",
  input: z.object({ subject: subjectSchema }),
  async run(ctx, { subject: ref }) {
    await openSubject(ctx, ref)
    const [files, addresses] = await Promise.all([
      ctx.db
        .select({
          id: attachments.id,
          fileName: attachments.fileName,
          mediaType: attachments.mediaType,
          byteSize: attachments.byteSize,
          sha256: attachments.sha256,
          createdById: attachments.createdBy,
          createdByName: users.name,
          createdAt: attachments.createdAt,
          removedAt: attachments.removedAt,
          removedByName: removers.name,
        })
        .from(attachments)
        .innerJoin(users, eq(users.id, attachments.createdBy))
        .leftJoin(removers, eq(removers.id, attachments.removedBy))
        .where(
          own(ctx, attachments, eq(attachments.subjectType, ref.type), eq(attachments.subjectId, ref.id)),
        )
        .orderBy(asc(attachments.createdAt), asc(attachments.id))
        .limit(500),
      ctx.db
        .select({
          id: links.id,
          url: links.url,
          title: links.title,
          createdById: links.createdBy,
          createdByName: users.name,
          createdAt: links.createdAt,
        })
        .from(links)
        .innerJoin(users, eq(users.id, links.createdBy))
        .where(own(ctx, links, eq(links.subjectType, ref.type), eq(links.subjectId, ref.id)))
        .orderBy(asc(links.createdAt), asc(links.id)),
    ])
    return { files, links: addresses }
  },
})
