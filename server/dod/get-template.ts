import { eq } from "drizzle-orm"
import { z } from "zod"
import { dodTemplates } from "@/db/schema/dod"
import { query } from "@/server/kernel/operation"
import { deliverableSchema } from "./domain/deliverable"
import { selectTemplates } from "./internal/template-rows"

/** Every version of the Definition of Done of a deliverable, the newest first, drafts included. */
export const getTemplate = query("dod.getTemplate", {
  permission: "dod.read",
  at: "rows",
  input: z.object({ deliverable: deliverableSchema }),
  async run(ctx, { deliverable }) {
    return { deliverable, versions: await selectTemplates(ctx, eq(dodTemplates.deliverable, deliverable)) }
  },
})
