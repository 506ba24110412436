"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { buttonClass } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"

/** What comes here, and where to go meanwhile. */
export function NothingWaits({ filtered }: { filtered: boolean }) {
  const { workspace, may } = useWorkspace()
  const home = `/${workspace.slug}`
  const next = filtered
    ? { label: "Show all kinds", href: home }
    : may("backlog.import").ok
      ? { label: "Import items from CSV", href: `${home}/backlog/import` }
      : { label: "Open backlog", href: `${home}/backlog` }
  return (
    <EmptyState
      title={filtered ? "Nothing of this kind waits on you" : "Nothing waits on you"}
      action={
        <Link className={buttonClass()} href={next.href}>
          {next.label}
        </Link>
      }
      sample={
        filtered ? undefined : (
          <p>
            <b>FUL-207 Carrier API limit</b>, due in 3 days. <b>Score 4 items of Delivery promise.</b>{" "}
            <b>Returns forecast has no steward.</b>
          </p>
        )
      }
    >
      What somebody expects from you stands here with its date: items you own that are due or in review, items
      to score, products without an owner, roles that end.
    </EmptyState>
  )
}
