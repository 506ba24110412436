"use client"
import Link from "next/link"
import { useSyncExternalStore } from "react"
import { useWorkspace } from "@/components/api/workspace"

const nothing = () => () => {}

/** The same import without a browser. */
export function TokenCall() {
  const { workspace } = useWorkspace()
  const origin = useSyncExternalStore(
    nothing,
    () => window.location.origin,
    () => "",
  )
  const call = `curl -H "Authorization: Bearer plb_…" --data-binary @backlog.csv \\\n  "${origin}/api/v1/imports?name=backlog.csv&apply=1"`
  return (
    <details className="mt-4">
      <summary className="muted">Import from a script</summary>
      <pre className="snippet">{call}</pre>
      <p className="hint">
        With an <Link href={`/${workspace.slug}/settings/tokens`}>API token</Link>. The columns are mapped by
        the guesses this page shows; without apply=1 the file is only looked at.
      </p>
    </details>
  )
}
