"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { announce } from "@/components/shell/announcer"
import type { Verification } from "@/server/audit/domain/verification"
import { verificationWords } from "./prepare-verification"

export type Verify = {
  start: () => void
  pending: boolean
  result: Verification | undefined
  error: string | undefined
}

/** Checks the whole trail on demand, always afresh. The result is spoken as well as shown. */
export function useVerify(): Verify {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { mutate, isPending, data, error } = useMutation({
    mutationFn: () =>
      queries.fetchQuery({ ...trpc.audit.verifyTrail.queryOptions({}), staleTime: 0, retry: false }),
    onSuccess: (result) => {
      const { headline, details } = verificationWords(result)
      announce(`${headline} ${details}`, result.ok ? "polite" : "assertive")
    },
  })
  return {
    start: () => {
      if (!isPending) mutate()
    },
    pending: isPending,
    result: isPending ? undefined : data,
    error: error ? errorMessage(error) : undefined,
  }
}
