import { z } from "zod"
import { query } from "@/server/kernel/operation"
import { subjectSchema } from "./domain/subject"
import { whoMaySee } from "./internal/who-may-see"
import { openSubject, SUBJECTS } from "./subjects"

/** Who may be named in a comment: members who may see the subject, by name. @throws NOT_FOUND */
export const listMentionable = query("discussion.listMentionable", {
  permission: "backlog.read",
  at: "rows",
  input: z.object({ subject: subjectSchema }),
  async run(ctx, { subject: ref }) {
    const { scope } = await openSubject(ctx, ref)
    return { people: await whoMaySee(ctx, SUBJECTS[ref.type].read, scope) }
  },
})
