"use client"
import { useMutation } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useRefreshStrategy } from "../use-refresh-strategy"

/** What is done about an initiative's money; each reads the roadmap anew. */
export function useFunding() {
  const trpc = useTRPC()
  const onSuccess = useRefreshStrategy()
  const { mutateAsync: ask } = useMutation(trpc.strategy.requestFunding.mutationOptions({ onSuccess }))
  const { mutateAsync: decide } = useMutation(trpc.strategy.decideFunding.mutationOptions({ onSuccess }))
  const { mutateAsync: spend } = useMutation(trpc.strategy.recordSpending.mutationOptions({ onSuccess }))
  const { mutateAsync: correct } = useMutation(trpc.strategy.correctSpending.mutationOptions({ onSuccess }))
  const { mutateAsync: drop } = useMutation(trpc.strategy.dropInitiative.mutationOptions({ onSuccess }))
  return { ask, decide, spend, correct, drop }
}
