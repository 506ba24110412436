"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { Button, buttonClass } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import type { Verdict } from "@/server/kernel/domain/verdict"

type Props = { filtered: boolean; mayCreate: Verdict; onCreate: () => void }

/** Nothing to show: because of the filter, or because nothing has been made yet. */
export function NoProducts({ filtered, mayCreate, onCreate }: Props) {
  const { workspace } = useWorkspace()
  if (filtered) {
    return (
      <EmptyState
        title="No product matches"
        action={
          <Link className={buttonClass()} href={`/${workspace.slug}/products`}>
            Clear filters
          </Link>
        }
      >
        Take a filter away, or look for other words. Only names and questions are searched.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="Begin with one product"
      action={
        <Button
          variant="primary"
          disabledReason={mayCreate.ok ? undefined : mayCreate.reason}
          onClick={onCreate}
        >
          Create product
        </Button>
      }
      sample={
        <p>
          <b>Delivery promise</b> in Fulfilment: “When will my parcel arrive?” Owner Ines Moreau, steward
          Priya Raman, building.
        </p>
      }
    >
      A data product answers one question for people outside its team. Each has an owner and a thread that
      leads from its objective to the value it returned.
    </EmptyState>
  )
}
