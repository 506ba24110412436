"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { Button, buttonClass } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import type { Verdict } from "@/server/kernel/domain/verdict"

type Props = { filtered: boolean; mayEdit: Verdict; onCreate: () => void }

/** Nothing to show: because of the filter, or because nothing has been stated yet. */
export function NoObjectives({ filtered, mayEdit, onCreate }: Props) {
  const { workspace } = useWorkspace()
  if (filtered) {
    return (
      <EmptyState
        title="No objective matches"
        action={
          <Link className={buttonClass()} href={`/${workspace.slug}/strategy`}>
            Clear filters
          </Link>
        }
      >
        Take a filter away, or look for other words. Titles, metrics and keys such as O-3 are searched.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="Begin with one goal"
      action={
        <Button variant="primary" disabledReason={mayEdit.ok ? undefined : mayEdit.reason} onClick={onCreate}>
          Create objective
        </Button>
      }
      sample={
        <p>
          <b>Keep the customers we have.</b> Reduce churn by 15 % in six months, from 4.8 % to 4.08 %.
        </p>
      }
    >
      An objective says what should be different; its key results say by how much and until when. Measurements
      then grade it by themselves, and items and products are linked to what they are for.
    </EmptyState>
  )
}
