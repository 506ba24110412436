"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { notify } from "@/components/ui/toast"
import type { SignatureMeaning } from "@/server/approvals/domain/approval"
import { needsNote } from "@/server/approvals/domain/decision-rules"
import type { Approval } from "../approval-data"
import { DECISIONS } from "./prepare-decision"

export type Draft = { meaning: SignatureMeaning; delegationId: string | null; note: string }

type Errors = { note?: string; password?: string; form?: string }

/** Confirms who the reader is, unless they just did, and signs. What is wrong is kept beside its field. */
export function useSign(approval: Approval, onSigned: () => void) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const confirm = useMutation(trpc.members.confirmPassword.mutationOptions())
  const decide = useMutation(trpc.approvals.decideApproval.mutationOptions())
  const [errors, setErrors] = useState<Errors>({})

  const refuse = async (error: unknown) => {
    const { note } = fieldErrors(error)
    setErrors(note ? { note } : { form: errorMessage(error) })
    // It may have been decided or edited meanwhile.
    await queries.invalidateQueries(trpc.approvals.getApproval.pathFilter())
  }
  const sign = async ({ meaning, delegationId, note }: Draft, password: string | null) => {
    if (needsNote(meaning) && note.trim() === "") {
      setErrors({ note: "Say why in a note, so that the requester knows what to do" })
      return
    }
    if (password === "") {
      setErrors({ password: "Enter your password" })
      return
    }
    setErrors({})
    try {
      if (password !== null) {
        const answer = await confirm.mutateAsync({ password, purpose: approval.id })
        if (!answer.ok) {
          setErrors({ password: answer.message })
          return
        }
      }
      const { id: requestId, contentSha256 } = approval
      await decide.mutateAsync({ requestId, meaning, contentSha256, note, delegationId })
      onSigned()
      notify.success(DECISIONS[meaning].done)
      await Promise.all([
        queries.invalidateQueries(trpc.approvals.pathFilter()),
        queries.invalidateQueries(trpc.home.pathFilter()),
      ])
    } catch (error) {
      await refuse(error)
    }
  }
  return { sign, errors, pending: confirm.isPending || decide.isPending }
}
