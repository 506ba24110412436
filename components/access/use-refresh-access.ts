"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"

/** Reads everything anew that shows access: lists, requests, reviews, approvals, roles, Home. */
export function useRefreshAccess(): () => Promise<void> {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return async () => {
    const parts = [trpc.access, trpc.approvals, trpc.members, trpc.home]
    await Promise.all(parts.map((part) => queries.invalidateQueries(part.pathFilter())))
  }
}
