import { asc, gt } from "drizzle-orm"
import { z } from "zod"
import { dodChecklists } from "@/db/schema/dod"
import { command } from "@/server/kernel/operation"
import { selectChecklists } from "./internal/checklist-rows"
import { judgeChecklists } from "./internal/judge-checklists"
import { observe } from "./internal/observe"

const AT_ONCE = 500

/**
 * Judges every checklist and notes what holds now and what reopened since it was judged last, each with its reason.
 * Doing it again changes nothing. Answers how many checklists and how many of each.
 */
export const observeChecks = command("dod.observeChecks", {
  permission: "dod.configure",
  input: z.object({}),
  async run(ctx) {
    const counts = { checklists: 0, held: 0, reopened: 0 }
    for (let after: string | undefined; ; ) {
      const page = await selectChecklists(ctx, after ? gt(dodChecklists.id, after) : undefined)
        .orderBy(asc(dodChecklists.id))
        .limit(AT_ONCE)
      const { held, reopened } = await observe(ctx, await judgeChecklists(ctx, page))
      counts.checklists += page.length
      counts.held += held
      counts.reopened += reopened
      after = page.at(-1)?.id
      if (page.length < AT_ONCE) break
    }
    if (counts.held + counts.reopened > 0) {
      ctx.record({
        targets: [{ type: "board", id: ctx.workspaceId, name: "Definition of Done" }],
        summary: `Judged ${counts.checklists} checklists: ${counts.held} checks hold now, ${counts.reopened} reopened`,
        after: counts,
      })
    }
    return counts
  },
})
