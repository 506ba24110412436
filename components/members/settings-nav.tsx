"use client"
import { usePathname } from "next/navigation"
import { useWorkspace } from "@/components/api/workspace"
import { Tabs } from "@/components/ui/tabs"

/** The pages of the settings, as words; those that a person may not open are left out. */
export function SettingsNav() {
  const { workspace, may } = useWorkspace()
  const here = usePathname()
  const base = `/${workspace.slug}/settings`
  const seesTokens = may("tokens.manage").ok || may("tokens.read").ok
  const pages = [
    { label: "General", href: base },
    { label: "Members", href: `${base}/members` },
    { label: "Who may do what", href: `${base}/roles` },
    ...(seesTokens ? [{ label: "API tokens", href: `${base}/tokens` }] : []),
    { label: "Scoring frameworks", href: `${base}/frameworks` },
    { label: "Definition of Done", href: `${base}/definition-of-done` },
    ...(may("reviews.decide").ok || may("reviews.read").ok
      ? [{ label: "Access reviews", href: `${base}/access-reviews` }]
      : []),
    ...(may("audit.read").ok ? [{ label: "Audit trail", href: `${base}/audit` }] : []),
  ]
  const current = (href: string) => (href === base ? here === base : here.startsWith(href))
  return (
    <div className="mb-5 border-b border-line pb-2">
      <Tabs label="Settings" tabs={pages.map((page) => ({ ...page, current: current(page.href) }))} />
    </div>
  )
}
