"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { buttonClass } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"

/** An address that names no framework of this workspace. */
export function MissingFramework({ frameworkKey }: { frameworkKey: string }) {
  const { workspace } = useWorkspace()
  return (
    <EmptyState
      title="No such framework"
      action={
        <Link className={buttonClass({ variant: "primary" })} href={`/${workspace.slug}/settings/frameworks`}>
          See all frameworks
        </Link>
      }
    >
      Nothing is published here under the key “{frameworkKey}”.
    </EmptyState>
  )
}
