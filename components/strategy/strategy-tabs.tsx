"use client"
import { useWorkspace } from "@/components/api/workspace"
import { Tabs } from "@/components/ui/tabs"

type Page = "objectives" | "coverage" | "roadmap"

/** The three views of the strategy. */
export function StrategyTabs({ current }: { current: Page }) {
  const { workspace } = useWorkspace()
  const base = `/${workspace.slug}/strategy`
  const tab = (page: Page, label: string, href: string) => ({ label, href, current: page === current })
  return (
    <div className="mb-4">
      <Tabs
        label="Strategy"
        tabs={[
          tab("objectives", "Objectives", base),
          tab("coverage", "Coverage", `${base}/coverage`),
          tab("roadmap", "Roadmap", `${base}/roadmap`),
        ]}
      />
    </div>
  )
}
