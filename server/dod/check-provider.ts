import type { OpCtx } from "@/server/kernel/context"
import type { CheckKind } from "./domain/check-kind"
import type { Verdict } from "./domain/checklist"

/** What a computed check gets to know of an item or a product. */
export type CheckSubject = {
  type: "item" | "product"
  id: string
  checklistId: string
  /** FUL-12, or the product's name. */
  name: string
  /** Its page inside the workspace. */
  path: string
  description: string
  /** The product itself, or the item's; null for an item without one. */
  productId: string | null
  productPath: string | null
  ownerId: string | null
  ownerName: string | null
  /** Who made it; for a product its steward, who speaks for it beside the owner. */
  authorId: string | null
  /** The item is done or dropped. */
  closed: boolean
}

/**
 * One computed check. It is always judged by the facts of the moment, for many subjects at once; a subject missing from
 * the answer is unknown. It asks no permission: whoever may see the checklist sees how its checks stand.
 */
export type CheckProvider = CheckKind & {
  evaluate: (
    ctx: OpCtx,
    subjects: readonly CheckSubject[],
    params: Readonly<Record<string, number>>,
  ) => Promise<Map<string, Verdict>>
}
