import { setWipLimits } from "@/server/backlog/set-wip-limits"
import type { Cast } from "./cast"

/** The delivery lead limits the work under way: one column runs over with a warning, the other has room for one more. */
export async function limitWork(cast: Cast): Promise<void> {
  await setWipLimits(cast.tomasz.ctx, {
    version: 0,
    rules: [
      { status: "doing", per: "column", kind: "soft", limit: 6 },
      { status: "doing", per: "owner", kind: "soft", limit: 4 },
      { status: "review", per: "column", kind: "hard", limit: 4 },
    ],
  })
}
