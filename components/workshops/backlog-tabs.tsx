"use client"
import { useWorkspace } from "@/components/api/workspace"
import { Tabs } from "@/components/ui/tabs"

/** The views of the backlog, with workshops as the present one. */
export function BacklogTabs() {
  const { workspace } = useWorkspace()
  const base = `/${workspace.slug}/backlog`
  return (
    <Tabs
      label="View"
      tabs={[
        { label: "List", href: base },
        { label: "Board", href: `${base}/board` },
        { label: "Scoring", href: `${base}/scoring` },
        { label: "Workshops", href: `${base}/workshops`, current: true },
      ]}
    />
  )
}
