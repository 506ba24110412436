"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { notify } from "@/components/ui/toast"

/** Marks requests as read, and the lists that show it are asked for again. */
export function useMarkRead() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const mark = useMutation(
    trpc.approvals.markApprovalsRead.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.approvals.listApprovals.pathFilter()),
      onError: (error) => notify.error(errorMessage(error)),
    }),
  )
  return mark
}
