import { z } from "zod"
import { command } from "@/server/kernel/operation"
import { subjectSchema } from "./domain/subject"
import { readOwnMentions } from "./internal/note-mentions"
import { openSubject } from "./subjects"

/** Says that the reader has seen where he was named on a subject: it no longer waits on him. @throws NOT_FOUND */
export const readMentions = command("discussion.readMentions", {
  permission: "backlog.comment",
  at: async (ctx, input) => (await openSubject(ctx, input.subject)).scope,
  input: z.object({ subject: subjectSchema }),
  async run(ctx, { subject: ref }) {
    const subject = await openSubject(ctx, ref)
    const read = await readOwnMentions(ctx, ref)
    // No target: it is nothing that happened to the subject.
    if (read > 0) ctx.record({ targets: [], summary: `Read a mention on ${subject.name}` })
    return { read }
  },
})
