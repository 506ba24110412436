import { z } from "zod"
import { query } from "@/server/kernel/operation"
import type { WaitingThing } from "@/server/products/domain/waiting-thing"
import { byDue } from "./domain/waiting-groups"
import { mayUse } from "./internal/may-use"
import { WAITING_SOURCES } from "./sources"
import { SOURCE_LIMIT } from "./waiting-source"

/** What waits on the reader, soonest first. `more` is true when a source had more than it may hand over. */
export const listWaiting = query("home.listWaiting", {
  permission: "products.read",
  at: "rows",
  input: z.object({}),
  async run(ctx) {
    const things: WaitingThing[] = []
    let more = false
    for (const { permission, find } of WAITING_SOURCES) {
      if (permission && !mayUse(ctx, permission)) continue
      const found = await find(ctx)
      more ||= found.length >= SOURCE_LIMIT
      things.push(...found)
    }
    return { things: things.sort(byDue), more }
  },
})
