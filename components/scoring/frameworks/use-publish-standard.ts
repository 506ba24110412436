"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { notify } from "@/components/ui/toast"

/** Publishes the standard frameworks that this workspace does not have yet. */
export function usePublishStandard() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return useMutation(
    trpc.scoring.publishBuiltInFrameworks.mutationOptions({
      onSuccess: ({ published, skipped }) => {
        const left = skipped.map(({ key, reason }) => `${key} was left out: ${reason.toLowerCase()}.`)
        const count = published.length === 1 ? "1 framework" : `${published.length} frameworks`
        notify.success([`Published ${count}.`, ...left].join(" "))
        return queries.invalidateQueries({ queryKey: trpc.scoring.pathKey() })
      },
      onError: (error) => notify.error(errorMessage(error)),
    }),
  )
}
