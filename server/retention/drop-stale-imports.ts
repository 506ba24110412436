import { and, eq, inArray, lt } from "drizzle-orm"
import { z } from "zod"
import { importChunks, imports } from "@/db/schema/backlog"
import { own } from "@/server/kernel/database"
import { command } from "@/server/kernel/operation"

const DAY_MS = 86_400_000

/** Drops files that were uploaded more than 24 hours ago and never applied. Answers how many. */
export const dropStaleImports = command("retention.dropStaleImports", {
  permission: "backlog.import",
  input: z.object({}),
  async run(ctx) {
    const before = new Date(Date.parse(ctx.now) - DAY_MS).toISOString()
    const stale = await ctx.db
      .select({ id: imports.id, name: imports.fileName })
      .from(imports)
      .where(own(ctx, imports, and(eq(imports.status, "uploaded"), lt(imports.createdAt, before))))
    if (stale.length === 0) return { dropped: 0 }
    const ids = stale.map(({ id }) => id)
    await ctx.db.delete(importChunks).where(own(ctx, importChunks, inArray(importChunks.importId, ids)))
    await ctx.db
      .delete(imports)
      .where(own(ctx, imports, inArray(imports.id, ids), eq(imports.status, "uploaded")))
    ctx.record({
      targets: stale.map(({ id, name }) => ({ type: "import", id, name })),
      summary: `Dropped ${stale.length} uploaded ${stale.length === 1 ? "file" : "files"} not applied within a day`,
    })
    return { dropped: stale.length }
  },
})
