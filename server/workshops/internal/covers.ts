import type { Reach, Scope } from "@/server/kernel/domain/grants"

/** True when a reach includes a place; what lies in no product is reached from the whole workspace only. */
export function covers(reach: Reach, scope: Scope): boolean {
  if (reach === "all") return true
  if (scope.type !== "product") return false
  return reach.productIds.includes(scope.productId) || reach.domainIds.includes(scope.domainId)
}
