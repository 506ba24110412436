"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { StateWord } from "@/components/ui/state-word"
import { ITEM_STATUS_LABELS, ITEM_TYPE_LABELS } from "@/server/backlog/domain/item"
import type { ItemDetails } from "../item-data"

type Part = ItemDetails["below"][number]

/** The parts of an item and their parts, one inside the other. */
export function PartsTree({ parts, of }: { parts: readonly Part[]; of: string }) {
  const { workspace } = useWorkspace()
  const here = parts.filter((part) => part.parentId === of)
  if (here.length === 0) return null
  return (
    <ul className="relatives">
      {here.map((part) => (
        <li key={part.id} className="part">
          <div className="line">
            <span className="ky">{part.key}</span>
            <Link className="plain" href={`/${workspace.slug}/items/${part.key}`}>
              {part.title}
            </Link>
            <span className="tag">{ITEM_TYPE_LABELS[part.type]}</span>
            {part.archivedAt ? (
              <span className="muted">In the archive</span>
            ) : part.status === "done" ? (
              <StateWord state="good">Done</StateWord>
            ) : (
              <span className="muted">{ITEM_STATUS_LABELS[part.status]}</span>
            )}
          </div>
          <PartsTree parts={parts} of={part.id} />
        </li>
      ))}
    </ul>
  )
}
