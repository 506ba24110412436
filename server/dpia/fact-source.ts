import type { OpCtx } from "@/server/kernel/context"
import { PlumblineError } from "@/server/kernel/errors"
import type { KnownFact } from "./domain/known-facts"

/** A fact with its product. */
export type ProductFact = KnownFact & { productId: string }
/** What is known of these products' data beyond the catalogue, in no order. It asks no permission. */
export type FactSource = (ctx: OpCtx, productIds: readonly string[]) => Promise<ProductFact[]>

const shared = globalThis as typeof globalThis & { plumblineFactSource?: FactSource }

/**
 * Hands in who knows purposes, recipients, transfers and retention: a feature above this one. Called by
 * server/compose.ts. On globalThis because each bundle that Next makes loads its own copy of this module.
 */
export function installFactSource(source: FactSource): void {
  shared.plumblineFactSource = source
}

/** @throws UNAVAILABLE where nobody was handed in: facts that are not asked for would look as if they were gone. */
export function factSource(): FactSource {
  if (shared.plumblineFactSource) return shared.plumblineFactSource
  throw new PlumblineError(
    "UNAVAILABLE",
    "What is known of a product cannot be read by this process: server/compose.ts was not loaded",
  )
}
