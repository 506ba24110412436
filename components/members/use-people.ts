"use client"
import { useQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import type { Choice } from "@/components/ui/prepare-options"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"

type Named = { id: string; name: string }

/** Members to choose from. Who may not list them can still choose themselves and those already `named`. */
export function usePeople(named: readonly (Named | null)[] = []): Choice[] {
  const trpc = useTRPC()
  const { me, may } = useWorkspace()
  const enabled = may("members.read", WORKSPACE_SCOPE).ok
  const { data } = useQuery(trpc.members.listMembers.queryOptions({}, { enabled }))
  const known = new Map<string, Choice>()
  for (const person of [...(data ?? []), me, ...named]) {
    if (person && !known.has(person.id)) known.set(person.id, { value: person.id, label: person.name })
  }
  return [...known.values()]
}
