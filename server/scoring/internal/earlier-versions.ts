import { and, countDistinct, desc, eq, ne } from "drizzle-orm"
import { frameworks, scores } from "@/db/schema/scoring"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { FrameworkRow } from "./framework-rows"
import { hasValues } from "./score-rows"

/** The other versions of a framework under which items were scored, newest first. */
export async function countEarlier(
  ctx: OpCtx,
  { id, key }: FrameworkRow,
): Promise<{ version: number; items: number }[]> {
  return ctx.db
    .select({ version: frameworks.version, items: countDistinct(scores.itemId) })
    .from(frameworks)
    .innerJoin(scores, own(ctx, scores, and(eq(scores.frameworkId, frameworks.id), hasValues)))
    .where(own(ctx, frameworks, eq(frameworks.key, key), ne(frameworks.id, id)))
    .groupBy(frameworks.version)
    .orderBy(desc(frameworks.version))
}
