import { z } from "zod"
import { verifierKeyText } from "@/server/audit/proof/verifier-key"
import { query } from "@/server/kernel/operation"
import { readState } from "./internal/read-state"
import { verifierKeys } from "./internal/signing"

/** Signed checkpoints, newest first, with the number of records so far and the public keys to check them with. */
export const listCheckpoints = query("audit.listCheckpoints", {
  permission: "audit.read",
  input: z.object({}),
  async run(ctx) {
    const { head, checkpoints } = await readState(ctx)
    const notes = checkpoints.map(({ note }) => note)
    return {
      records: head.seq,
      checkpoints: checkpoints.toReversed(),
      keys: verifierKeys(ctx.workspaceId, notes).map(verifierKeyText),
    }
  },
})
