import { inArray } from "drizzle-orm"
import { users } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import type { NamedPerson } from "./domain/product"

/** People by their ids, also those who left; ids that are null or unknown are left out. It asks no permission. */
export async function peopleNamed(
  ctx: OpCtx,
  ids: readonly (string | null)[],
): Promise<Map<string, NamedPerson>> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  if (known.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, known))
  return new Map(rows.map((row) => [row.id, row]))
}
