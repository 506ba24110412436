import type { OpCtx } from "@/server/kernel/context"
import { PlumblineError } from "@/server/kernel/errors"

/** What stands against a product going live now, in plain words; nothing: it may. */
export type ReleaseGate = (ctx: OpCtx, productId: string) => Promise<readonly string[]>

const shared = globalThis as typeof globalThis & { plumblineReleaseGate?: ReleaseGate }

/**
 * Hands in who judges whether a product may go live: a feature above this one, which products do not know. Called by
 * server/compose.ts. On globalThis because each bundle that Next makes loads its own copy of this module.
 */
export function installReleaseGate(gate: ReleaseGate | undefined): void {
  shared.plumblineReleaseGate = gate
}

/** What stands against it. @throws UNAVAILABLE where nobody can judge it: then nothing goes live, rather than everything. */
export async function askReleaseGate(ctx: OpCtx, productId: string): Promise<readonly string[]> {
  if (!shared.plumblineReleaseGate)
    throw new PlumblineError(
      "UNAVAILABLE",
      "Whether the product may go live cannot be judged by this process: server/compose.ts was not loaded",
    )
  return shared.plumblineReleaseGate(ctx, productId)
}
