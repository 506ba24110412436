"use client"
import { useQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import type { Approval } from "@/components/approvals/approval-data"
import type { AssessmentDetails } from "@/server/dpia/domain/assessment-row"

/** The request for approval of the version that is printed: a signature of an earlier one says nothing about its text. */
export function useSignedRequest({ approval, version }: AssessmentDetails): Approval | undefined {
  const trpc = useTRPC()
  const requestId = approval?.requestId ?? ""
  const { data } = useQuery(
    trpc.approvals.getApproval.queryOptions({ requestId }, { enabled: requestId !== "" }),
  )
  return data?.subjectVersion === version ? data : undefined
}
