"use client"
import { useQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import { useTRPC } from "@/components/api/trpc"
import type { Choice } from "@/components/ui/prepare-options"
import { customField, ITEM_FIELDS } from "@/server/backlog/domain/item-fields"
import type { Choices } from "../use-choices"
import { useDomains, useScoreFields } from "./use-names"

/** What the builder offers: every field, custom ones with how many items have them, and the values of some. */
export function useConditionChoices(choices: Choices) {
  const trpc = useTRPC()
  const domains = useDomains()
  const scores = useScoreFields()
  const used = useQuery(trpc.backlog.listFields.queryOptions({}, { staleTime: 60_000 })).data
  return useMemo(() => {
    const fields: Choice[] = Object.entries(ITEM_FIELDS).map(([value, { label }]) => ({ value, label }))
    const custom: Choice[] = (used?.customFields ?? []).map(({ name, count }) => ({
      value: customField(name),
      label: name,
      hint: `custom, ${count.toLocaleString("en-GB")}`,
    }))
    const labels: Choice[] = (used?.labels ?? []).map(({ name, count }) => ({
      value: name,
      label: name,
      hint: count.toLocaleString("en-GB"),
    }))
    return {
      fields: [...fields, ...scores, ...custom],
      labels,
      domains,
      people: choices.people,
      products: choices.products,
    }
  }, [choices, domains, scores, used])
}

export type ConditionChoices = ReturnType<typeof useConditionChoices>
