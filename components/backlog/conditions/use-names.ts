"use client"
import { useQuery } from "@tanstack/react-query"
import { useCallback, useMemo } from "react"
import { useTRPC } from "@/components/api/trpc"
import type { Choice } from "@/components/ui/prepare-options"
import type { Choices } from "../use-choices"
import type { NameOf } from "./prepare-words"

/** Domains as choices; empty until they have arrived. */
export function useDomains(): Choice[] {
  const trpc = useTRPC()
  const domains = useQuery(trpc.products.listDomains.queryOptions({}, { staleTime: 5 * 60_000 })).data
  return useMemo(() => (domains ?? []).map(({ id, name }) => ({ value: id, label: name })), [domains])
}

/** Names of people, products and domains. */
export function useNames(choices: Choices): NameOf {
  const domains = useDomains()
  return useCallback(
    (id) => choices.nameOf(id) ?? domains.find(({ value }) => value === id)?.label,
    [choices, domains],
  )
}
