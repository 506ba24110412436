import type { OpCtx } from "@/server/kernel/context"
import type { Permission } from "@/server/kernel/domain/permissions"
import type { WaitingThing } from "@/server/products/domain/waiting-thing"

/** Most things a source hands over, soonest first. */
export const SOURCE_LIMIT = 100

/** One reason why something may wait on the reader. */
export type WaitingSource = {
  /** Without it (held anywhere) the source is not asked. Undefined: it is about the reader alone. */
  permission?: Permission
  find: (ctx: OpCtx) => Promise<WaitingThing[]>
}
