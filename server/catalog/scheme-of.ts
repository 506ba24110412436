import { classificationSchemes } from "@/db/schema/catalog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { DEFAULT_SCHEME } from "./domain/default-scheme"
import type { Scheme } from "./domain/scheme"

/** The levels and classes of the workspace; the built-in ones, at version 0, until somebody changed them. */
export async function schemeOf(ctx: OpCtx): Promise<Scheme & { version: number }> {
  const [row] = await ctx.db
    .select({ scheme: classificationSchemes.scheme, version: classificationSchemes.version })
    .from(classificationSchemes)
    .where(own(ctx, classificationSchemes))
  return row ? { ...row.scheme, version: row.version } : { ...DEFAULT_SCHEME, version: 0 }
}
