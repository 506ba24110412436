import type { OpCtx } from "@/server/kernel/context"
import { PlumblineError } from "@/server/kernel/errors"

/** What an item still lacks before it is done, in the words of its checks; nothing: it may be done. */
type Lacks = { missing: string[] }

/** Answers for every id it is asked about. */
export type DoneGate = (ctx: OpCtx, itemIds: readonly string[]) => Promise<ReadonlyMap<string, Lacks>>

const shared = globalThis as typeof globalThis & { plumblineDoneGate?: DoneGate }

/**
 * Hands in who judges whether an item is done: a feature above this one, which the backlog does not know. Called by
 * server/compose.ts. On globalThis because each bundle that Next makes loads its own copy of this module.
 */
export function installDoneGate(gate: DoneGate | undefined): void {
  shared.plumblineDoneGate = gate
}

/** What the items lack. @throws UNAVAILABLE where nobody can judge it: then nothing is done, rather than everything. */
export async function askDoneGate(
  ctx: OpCtx,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, Lacks>> {
  if (!shared.plumblineDoneGate)
    throw new PlumblineError(
      "UNAVAILABLE",
      "The board asks for the Definition of Done, and this process cannot judge it: server/compose.ts was not loaded",
    )
  return shared.plumblineDoneGate(ctx, itemIds)
}
