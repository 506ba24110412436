"use client"
import Link from "next/link"
import { useRouter } from "next/navigation"
import { useEffect, useState } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { announce } from "@/components/shell/announcer"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { buttonClass } from "@/components/ui/button"
import { Kbd } from "@/components/ui/kbd"
import { neighboursOf, recallTrail, type Trail } from "../prepare-trail"

/** Previous and next in the list somebody came from. */
export function ItemSteps({ itemKey }: { itemKey: string }) {
  const { workspace } = useWorkspace()
  const router = useRouter()
  const [trail, setTrail] = useState<Trail | null>(null)
  useEffect(() => setTrail(recallTrail(workspace.slug)), [workspace.slug])
  const steps = neighboursOf(trail, itemKey)
  const go = (key: string | null | undefined) => {
    if (key) router.push(`/${workspace.slug}/items/${key}`)
    else announce(steps ? "The list ends here" : "Open the item from a list to step through it", "assertive")
  }
  useShortcuts([
    { keys: "[", label: "Previous item of the list", hint: true, run: () => go(steps?.previous) },
    { keys: "]", label: "Next item of the list", hint: true, run: () => go(steps?.next) },
  ])
  if (!steps || !trail) return null
  const step = (key: string | null, label: string, keys: string) =>
    key ? (
      <Link className={buttonClass({ size: "small" })} href={`/${workspace.slug}/items/${key}`}>
        {label} <Kbd keys={keys} />
      </Link>
    ) : null
  return (
    <nav className="steps" aria-label="Items of the list">
      <Link href={trail.href}>Back to the list</Link>
      <span className="hint tab">
        {steps.place.toLocaleString("en-GB")} of {steps.of.toLocaleString("en-GB")}
      </span>
      {step(steps.previous, "Previous", "[")}
      {step(steps.next, "Next", "]")}
    </nav>
  )
}
