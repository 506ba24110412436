"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"

/** Reads members, invitations, grants and tokens anew after a change. */
export function useMembersRefresh(): () => Promise<void> {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return () => queries.invalidateQueries(trpc.members.pathFilter())
}
