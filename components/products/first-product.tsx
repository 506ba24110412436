"use client"
import Link from "next/link"
import type { ReactNode } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { Button, buttonClass } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"

/** In a list of another feature that is about products, before there is one: what it is for, and where to begin. */
export function FirstProduct({ children }: { children: ReactNode }) {
  const { workspace, may } = useWorkspace()
  const mayCreate = may("products.edit")
  return (
    <EmptyState
      title="No product yet"
      action={
        mayCreate.ok ? (
          <Link className={buttonClass()} href={`/${workspace.slug}/products?new=product`}>
            Create product
          </Link>
        ) : (
          <Button disabledReason={mayCreate.reason}>Create product</Button>
        )
      }
    >
      {children}
    </EmptyState>
  )
}
