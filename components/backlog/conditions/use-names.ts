"use client"
import { useQuery } from "@tanstack/react-query"
import { useCallback, useMemo } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import type { Choice } from "@/components/ui/prepare-options"
import type { Choices } from "../use-choices"
import { scoreFields } from "./prepare-score-fields"
import type { NameOf } from "./prepare-words"

/** Domains as choices; empty until they have arrived. */
export function useDomains(): Choice[] {
  const trpc = useTRPC()
  const domains = useQuery(trpc.products.listDomains.queryOptions({}, { staleTime: 5 * 60_000 })).data
  return useMemo(() => (domains ?? []).map(({ id, name }) => ({ value: id, label: name })), [domains])
}

/** Scores under every framework that has scores of single items, as choices of a field; older versions where they are used. */
export function useScoreFields(): Choice[] {
  const trpc = useTRPC()
  const { may } = useWorkspace()
  const options = trpc.scoring.listFrameworks.queryOptions(
    { history: true },
    { staleTime: 5 * 60_000, enabled: may("scoring.read").ok },
  )
  const frameworks = useQuery(options).data
  return useMemo(() => scoreFields(frameworks ?? []), [frameworks])
}

/** Names of people, products, domains and scores. */
export function useNames(choices: Choices): NameOf {
  const domains = useDomains()
  const scores = useScoreFields()
  return useCallback(
    (id) => choices.nameOf(id) ?? [...domains, ...scores].find(({ value }) => value === id)?.label,
    [choices, domains, scores],
  )
}
