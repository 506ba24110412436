import { asc, eq, isNull } from "drizzle-orm"
import { commentMentions, comments } from "@/db/schema/discussion"
import { users } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { holds } from "@/server/kernel/domain/grants"
import type { WaitingThing } from "@/server/products/domain/waiting-thing"
import { SUBJECT_TYPES } from "./domain/subject"
import { SUBJECTS, type Subject } from "./subjects"

const MOST = 100
const EXCERPT = 120

/** Where the reader was named and has neither answered nor said that it is read; oldest first. */
export async function waitingMentions(ctx: OpCtx): Promise<WaitingThing[]> {
  const rows = await ctx.db
    .select({
      id: comments.id,
      type: comments.subjectType,
      subjectId: comments.subjectId,
      text: comments.text,
      author: users.name,
    })
    .from(commentMentions)
    .innerJoin(comments, own(ctx, comments, eq(comments.id, commentMentions.commentId)))
    .innerJoin(users, eq(users.id, comments.createdBy))
    .where(own(ctx, commentMentions, eq(commentMentions.userId, ctx.userId), isNull(commentMentions.readAt)))
    .orderBy(asc(commentMentions.createdAt))
    .limit(MOST)
  const subjects = new Map<string, Subject>()
  for (const type of SUBJECT_TYPES) {
    const ids = rows.filter((row) => row.type === type).map(({ subjectId }) => subjectId)
    if (ids.length === 0) continue
    for (const subject of await SUBJECTS[type].find(ctx, [...new Set(ids)]))
      if (holds(ctx.caller.grants, SUBJECTS[type].read, subject.scope)) subjects.set(subject.id, subject)
  }
  return rows.flatMap((row): WaitingThing[] => {
    const subject = subjects.get(row.subjectId)
    if (!subject) return []
    const named = row.type === "item" ? `${subject.name} ${subject.title}` : subject.name
    return [
      {
        kind: "mention",
        id: row.id,
        title: `${row.author} mentions you on ${named}`,
        detail: excerpt(row.text),
        state: "mentioned",
        action: {
          label: "Read comment",
          href: `/${ctx.caller.workspace?.slug ?? ""}${subject.path}#comment-${row.id}`,
        },
      },
    ]
  })
}

/** The first words of a text in one line. */
function excerpt(text: string): string {
  const line = text.replace(/\s+/g, " ").trim()
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT - 1)}…` : line
}
