"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"

/** Reads again what a change of a checklist shows in: checklists, cards, the item's history, threads. */
export function useChecklistChanged() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return async () => {
    const keys = [
      trpc.dod.pathKey(),
      trpc.backlog.getItem.pathKey(),
      trpc.thread.pathKey(),
      trpc.home.pathKey(),
    ]
    await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })))
  }
}
