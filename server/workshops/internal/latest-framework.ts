import { desc, eq } from "drizzle-orm"
import { frameworks } from "@/db/schema/scoring"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"

/** A framework at its latest version; undefined when there is none of that key. */
export async function fetchLatestFramework(ctx: OpCtx, key: string) {
  const [row] = await ctx.db
    .select({ id: frameworks.id, version: frameworks.version, name: frameworks.name })
    .from(frameworks)
    .where(own(ctx, frameworks, eq(frameworks.key, key)))
    .orderBy(desc(frameworks.version))
    .limit(1)
  return row
}
