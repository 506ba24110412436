"use client"
import { useQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import type { Scope } from "@/server/kernel/domain/grants"

export type Releasing = { id: string; scope: Scope }

/** What stands against the release of a product; nothing for readers who may not see assessments. */
export function useReleaseBlocks({ id, scope }: Releasing) {
  const trpc = useTRPC()
  const { may } = useWorkspace()
  const enabled = may("dpia.read", scope).ok
  const { data } = useQuery(trpc.dpia.listReleaseBlocks.queryOptions({ productId: id }, { enabled }))
  return data?.blocks ?? []
}
