import { isDeepStrictEqual } from "node:util"
import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { classificationSchemes } from "@/db/schema/catalog"
import { own } from "@/server/kernel/database"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { conflict, invalid } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { schemeProblems, schemeSchema } from "./domain/scheme"
import { schemeOf } from "./scheme-of"

/**
 * Saves levels and classes as a whole; their order is the order of protection, so it changes what assets amount to.
 * @throws CONFLICT with the scheme as it stands, INVALID naming the entry.
 */
export const saveScheme = command("catalog.saveScheme", {
  permission: "catalog.classify",
  at: () => WORKSPACE_SCOPE,
  input: z.object({
    version: z.number().int().min(0),
    scheme: schemeSchema,
    reason: z.string().trim().min(1, "Say why the levels or classes change; it is recorded").max(2000),
  }),
  async run(ctx, { version, scheme, reason }) {
    const { version: present, ...before } = await schemeOf(ctx)
    const stale = (current: unknown) => conflict("The levels and classes", current)
    if (present !== version) throw stale({ ...before, version: present })
    if (isDeepStrictEqual(before, scheme)) return { version }
    const problems = schemeProblems(before, scheme)
    if (problems.length > 0) {
      throw invalid(problems.map(({ path, message }) => ({ path: `scheme.${path}`, message })))
    }
    const row = { scheme, version: version + 1, updatedAt: ctx.now, updatedBy: ctx.userId }
    const saved =
      version === 0
        ? await ctx.db
            .insert(classificationSchemes)
            .values({ ...row, workspaceId: ctx.workspaceId })
            .onConflictDoNothing()
            .returning({ version: classificationSchemes.version })
        : await ctx.db
            .update(classificationSchemes)
            .set(row)
            .where(and(own(ctx, classificationSchemes), eq(classificationSchemes.version, version)))
            .returning({ version: classificationSchemes.version })
    if (saved.length === 0) throw stale(await schemeOf(ctx))
    ctx.record({
      targets: [{ type: "classification_scheme", id: ctx.workspaceId, name: "Levels and classes" }],
      summary: "Changed the classification levels and classes",
      before,
      after: scheme,
      reason,
    })
    return { version: version + 1 }
  },
})
