import { z } from "zod"
import type { Verification } from "@/server/audit/domain/verification"
import { verifyRecords } from "@/server/audit/proof/verify-records"
import { query } from "@/server/kernel/operation"
import { findStrays } from "./internal/find-strays"
import { streamRows } from "./internal/read-rows"
import { readState } from "./internal/read-state"
import { verifierKeys } from "./internal/signing"

/**
 * Checks the whole trail: texts against hashes, chain, columns and checkpoints. Answers the counts, or the first bad
 * record and why. Takes no lock; records written meanwhile are left for the next check.
 */
export const verifyTrail = query("audit.verifyTrail", {
  permission: "audit.read",
  input: z.object({}),
  async run(ctx): Promise<Verification> {
    const { head, checkpoints } = await readState(ctx)
    const verified = await verifyRecords({
      workspaceId: ctx.workspaceId,
      rows: streamRows(ctx, head.seq),
      checkpoints,
      keys: verifierKeys(
        ctx.workspaceId,
        checkpoints.map(({ note }) => note),
      ),
      head,
    })
    return verified.ok ? ((await findStrays(ctx)) ?? verified) : verified
  },
})
