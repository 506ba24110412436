"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"

/** Reads everything anew that shows objectives: lists, coverage, roadmap, threads, Home. */
export function useRefreshStrategy(): () => Promise<void> {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return async () => {
    const parts = [trpc.strategy, trpc.thread, trpc.home]
    await Promise.all(parts.map((part) => queries.invalidateQueries(part.pathFilter())))
  }
}
