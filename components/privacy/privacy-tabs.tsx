"use client"
import { usePathname } from "next/navigation"
import { useWorkspace } from "@/components/api/workspace"
import { Tabs } from "@/components/ui/tabs"

/** The parts of Privacy in the order of the work; a part stands here once it exists. */
const PARTS = [
  { label: "Assessments", path: "/privacy" },
  { label: "Screenings", path: "/privacy/screenings" },
  { label: "Classification", path: "/privacy/classification" },
  { label: "Retention", path: "/privacy/retention" },
  { label: "Masking and consent", path: "/privacy/masking" },
  { label: "Record of processing", path: "/privacy/register" },
  { label: "Ethics", path: "/privacy/ethics" },
  { label: "Regulations", path: "/privacy/regulations" },
] as const

/** Leads from one part of Privacy to another; under the head of each. */
export function PrivacyTabs() {
  const { workspace } = useWorkspace()
  const here = usePathname()
  const tabs = PARTS.map(({ label, path }) => {
    const href = `/${workspace.slug}${path}`
    return { label, href, current: here === href }
  })
  return (
    <div className="mb-4">
      <Tabs label="Parts of privacy" tabs={tabs} />
    </div>
  )
}
