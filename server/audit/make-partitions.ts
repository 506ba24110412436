import { sql } from "drizzle-orm"
import { z } from "zod"
import { rowsOf } from "@/server/kernel/database"
import { forbidden } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"

/**
 * Makes the audit trail's partitions of this month and the three that follow, and answers how many were missing. Rows
 * of a month without one go to the default partition, so nothing depends on its being in time. For the system only.
 */
export const makePartitions = command("audit.makePartitions", {
  permission: "account",
  input: z.object({}),
  async run(ctx) {
    if (ctx.caller.actor.type !== "system") throw forbidden("Only the system makes partitions")
    const [row] = await rowsOf<{ made: number }>(ctx.db, sql`select audit_make_partitions(3) as made`)
    return { made: row?.made ?? 0 }
  },
})
