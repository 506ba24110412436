"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"

/** Reads everything anew that shows screenings and assessments: their pages, approvals, threads, Home. */
export function useRefreshDpia(): () => Promise<void> {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return async () => {
    const parts = [trpc.dpia, trpc.approvals, trpc.thread, trpc.home]
    await Promise.all(parts.map((part) => queries.invalidateQueries(part.pathFilter())))
  }
}
