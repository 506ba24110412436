"use client"
import Link from "next/link"
import { useEffect, useState } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { CopyField } from "@/components/ui/copy-field"
import { SectionHead } from "@/components/ui/section-head"
import { counted } from "@/server/kernel/domain/counted"
import type { Workshop } from "./workshop-data"

/** Before the scoring: the link to join, and what will be scored on which criteria. */
export function Lobby({ workshop }: { workshop: Workshop }) {
  const { workspace } = useWorkspace()
  const [link, setLink] = useState("")
  useEffect(() => setLink(`${window.location.origin}${window.location.pathname}`), [])
  const { items, framework } = workshop
  return (
    <div className="lobby">
      <CopyField
        label="Link to join"
        value={link}
        hint="Everybody who may score joins on their own device, also later on."
      />
      <SectionHead title={counted(items.length, "item")} note="in the order of the backlog" />
      <ol className="lobby-items">
        {items.map(({ itemId, key, title }) => (
          <li key={itemId}>
            <span className="ky">{key}</span>{" "}
            <Link className="plain" href={`/${workspace.slug}/items/${key}`}>
              {title}
            </Link>
          </li>
        ))}
      </ol>
      <SectionHead title={framework.definition.name} note={`version ${framework.version}`} />
      <p className="muted">{framework.definition.criteria.map(({ name }) => name).join(", ")}</p>
    </div>
  )
}
