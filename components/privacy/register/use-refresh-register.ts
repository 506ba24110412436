"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"

/** Reads everything anew that shows entries of the register: their pages, approvals, Home. */
export function useRefreshRegister(): () => Promise<void> {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return async () => {
    const parts = [trpc.privacy, trpc.approvals, trpc.home]
    await Promise.all(parts.map((part) => queries.invalidateQueries(part.pathFilter())))
  }
}
