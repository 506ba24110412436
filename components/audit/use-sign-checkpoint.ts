"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { notify } from "@/components/ui/toast"

/** Signs a checkpoint over every record so far and shows it in the list. */
export function useSignCheckpoint() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { mutate, isPending } = useMutation(
    trpc.audit.createCheckpoint.mutationOptions({
      onSuccess: async (signed) => {
        notify.success(`Signed a checkpoint over ${signed?.size.toLocaleString("en-GB")} records`)
        await queries.invalidateQueries(trpc.audit.pathFilter())
      },
      onError: (error) => notify.error(errorMessage(error)),
    }),
  )
  return { start: () => mutate({}), pending: isPending }
}
