"use client"
import { useQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import type { Option } from "@/components/ui/select"
import type { ScopeType } from "@/server/kernel/domain/grants"

/** The domains or products that a role can be granted for. */
export function usePlaceOptions(scopeType: ScopeType): Option[] {
  const trpc = useTRPC()
  const domains = useQuery(trpc.products.listDomains.queryOptions({}, { enabled: scopeType === "domain" }))
  const products = useQuery(trpc.products.listProducts.queryOptions({}, { enabled: scopeType === "product" }))
  const rows = scopeType === "domain" ? domains.data : products.data
  if (scopeType === "workspace") return []
  return (rows ?? []).map(({ id, name }) => ({ value: id, label: name }))
}
