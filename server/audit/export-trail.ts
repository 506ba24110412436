import { z } from "zod"
import type { ExportHeader } from "@/server/audit/proof/export-format"
import { readCheckpoint } from "@/server/audit/proof/judge-checkpoint"
import { verifierKeyText } from "@/server/audit/proof/verifier-key"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { readState } from "./internal/read-state"
import { signHead } from "./internal/sign-head"
import { verifierKeys } from "./internal/signing"

/**
 * Prepares an export of all records so far: signs a fresh checkpoint over them and records the export itself (as the
 * first record after the exported ones). `GET /api/v1/audit/export` streams the file.
 * @throws RULE_BROKEN when the trail is inconsistent or a checkpoint's key is not known.
 */
export const exportTrail = command("audit.exportTrail", {
  permission: "audit.export",
  input: z.object({}),
  async run(ctx) {
    const state = await readState(ctx)
    const { fresh, ...signed } = await signHead(ctx, state)
    const checkpoints = fresh ? [...state.checkpoints, signed] : state.checkpoints
    const notes = checkpoints.map(({ note }) => note)
    const keys = verifierKeys(ctx.workspaceId, notes)
    for (const { note, size } of checkpoints) {
      const read = readCheckpoint(note, keys, ctx.workspaceId, { seq: size })
      const remedy =
        "If the signing key was changed, put the old public key into PLUMBLINE_AUDIT_RETIRED_KEYS"
      if ("ok" in read) throw ruleBroken(`${read.message} ${remedy}`)
    }
    const { id, name } = ctx.caller.workspace!
    ctx.record({
      targets: [{ type: "workspace", id, name }],
      summary: `Exported the audit trail, ${signed.size} ${signed.size === 1 ? "record" : "records"}`,
      after: { records: signed.size, root: signed.root },
    })
    const range: Pick<ExportHeader, "fromSeq" | "toSeq" | "prevHash" | "prefix"> = {
      fromSeq: 1,
      toSeq: signed.size,
      prevHash: "0".repeat(64),
      prefix: [],
    }
    const facts = { workspaceId: id, workspaceName: name, exportedAt: ctx.now }
    return { ...facts, ...range, keys: keys.map(verifierKeyText), notes }
  },
})
