"use client"
import { useMutation } from "@tanstack/react-query"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { Notice } from "@/components/ui/notice"
import type { DeclarationRow, SubjectRow } from "@/server/dpia/domain/screening-row"
import { DeclareForm } from "../subject/declare-form"
import { subjectInput } from "../subject/prepare-subject"
import { useRefreshDpia } from "../use-refresh-dpia"

type Props = { subject: SubjectRow; declaration: DeclarationRow | null }

/** Before there is a screening: say whether personal data are held, and begin. */
export function BeginScreening({ subject, declaration }: Props) {
  const trpc = useTRPC()
  const { may } = useWorkspace()
  const refresh = useRefreshDpia()
  const start = useMutation(trpc.dpia.startScreening.mutationOptions({ onSuccess: refresh }))
  const mayEdit = may("dpia.edit")
  return (
    <>
      <EmptyState
        title="Not screened yet"
        action={
          <Button
            variant="primary"
            disabledReason={mayEdit.ok ? undefined : mayEdit.reason}
            pending={start.isPending}
            onClick={() => start.mutate({ subject: subjectInput(subject) })}
          >
            Begin screening
          </Button>
        }
      >
        Fourteen questions show whether an impact assessment is due: three cases that the law names, the
        authority's two lists and the nine criteria of the European guidelines. It takes about ten minutes,
        and the result is signed, also when nothing is indicated.
      </EmptyState>
      {start.error ? <Notice state="bad">{errorMessage(start.error)}</Notice> : null}
      {mayEdit.ok ? <DeclareForm subject={subject} declaration={declaration} /> : null}
    </>
  )
}
