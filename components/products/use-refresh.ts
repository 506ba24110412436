"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"

/** Reads everything anew that shows products: lists, threads, Home. */
export function useRefresh(): () => Promise<void> {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return async () => {
    const parts = [trpc.products, trpc.thread, trpc.home]
    await Promise.all(parts.map((part) => queries.invalidateQueries(part.pathFilter())))
  }
}
