import { eq } from "drizzle-orm"
import { imports } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound, ruleBroken } from "@/server/kernel/errors"

/** @throws NOT_FOUND */
export async function fetchImport(ctx: OpCtx, id: string) {
  const [row] = await ctx.db
    .select()
    .from(imports)
    .where(own(ctx, imports, eq(imports.id, id)))
  if (!row) throw notFound("The import")
  return row
}

/** An import whose file waits to be applied. Its row is locked when it is about to be. @throws RULE_BROKEN, NOT_FOUND */
export async function fetchUploaded(ctx: OpCtx, id: string, lock?: "lock") {
  const select = ctx.db
    .select()
    .from(imports)
    .where(own(ctx, imports, eq(imports.id, id)))
  const [row] = await (lock ? select.for("update") : select)
  if (!row) throw notFound("The import")
  if (row.status !== "uploaded")
    throw ruleBroken("This file was imported already; upload it again to import it again")
  return row
}
