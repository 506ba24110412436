import { sql } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { own, rowsOf } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { inReach } from "./internal/scope"

const MOST = 500

/**
 * What people added to the items in reach: custom fields and labels in use with the number of items, most used first,
 * at most 500 of each.
 */
export const listFields = query("backlog.listFields", {
  permission: "backlog.read",
  at: "rows",
  input: z.object({}),
  async run(ctx) {
    const reached = own(ctx, items, inReach(ctx, "backlog.read"), sql`${items.archivedAt} is null`)
    const used = (names: ReturnType<typeof sql>) =>
      rowsOf<{ name: string; count: number }>(
        ctx.db,
        sql`select name, count(*)::int as count from ${items}, ${names} as name where ${reached}
          group by name order by count(*) desc, name limit ${MOST}`,
      )
    const [customFields, labels] = await Promise.all([
      used(sql`jsonb_object_keys(${items.custom})`),
      used(sql`unnest(${items.labels})`),
    ])
    return { customFields, labels }
  },
})
