"use client"
import { useQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import type { Choice } from "@/components/ui/prepare-options"
import { type Scope, WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"

const rarelyChanges = { staleTime: 5 * 60_000 }

/** Members and products by id, as choices and as names; empty until they have arrived. */
export function useChoices() {
  const trpc = useTRPC()
  const { me } = useWorkspace()
  const members = useQuery(trpc.members.listMembers.queryOptions({}, rarelyChanges)).data
  const products = useQuery(trpc.products.listProducts.queryOptions({}, rarelyChanges)).data
  return useMemo(() => {
    const people: Choice[] = (members ?? []).map((person) => ({
      value: person.id,
      label: person.name,
      hint: person.id === me.id ? "you" : undefined,
      keywords: person.email,
    }))
    const productChoices: Choice[] = (products ?? []).map((product) => ({
      value: product.id,
      label: product.name,
      hint: product.domain.name,
    }))
    const names = new Map([...people, ...productChoices].map(({ value, label }) => [value, label]))
    const domains = new Map((products ?? []).map((product) => [product.id, product.domain.id]))
    return {
      people,
      products: productChoices,
      /** The name of a member or product; null when it is nobody, none, or not known. */
      nameOf: (id: string | null | undefined) => (id ? (names.get(id) ?? null) : null),
      /** Where an item of this product lies, for the question who may change it. */
      scopeOf: (productId: string | null): Scope => {
        const domainId = productId ? domains.get(productId) : undefined
        return productId && domainId ? { type: "product", productId, domainId } : WORKSPACE_SCOPE
      },
    }
  }, [members, products, me.id])
}

export type Choices = ReturnType<typeof useChoices>
