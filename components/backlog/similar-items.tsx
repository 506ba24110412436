"use client"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useEffect, useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { ITEM_STATUS_LABELS } from "@/server/backlog/domain/item"

const PAUSE = 300

/** Items whose titles are much like the one being written, so that nothing is asked for twice. */
export function SimilarItems({ title }: { title: string }) {
  const trpc = useTRPC()
  const { workspace } = useWorkspace()
  const [settled, setSettled] = useState("")
  useEffect(() => {
    const later = setTimeout(() => setSettled(title.trim()), PAUSE)
    return () => clearTimeout(later)
  }, [title])
  const found = useQuery(
    trpc.backlog.findSimilar.queryOptions(
      { title: settled },
      { enabled: settled.length >= 4, staleTime: 60_000 },
    ),
  ).data
  const items = title.trim().length >= 4 ? (found?.items ?? []) : []
  return (
    <div aria-live="polite">
      {items.length > 0 ? (
        <div className="similar">
          <p className="hint">Much like what is here already:</p>
          <ul>
            {items.map((item) => (
              <li key={item.id}>
                <span className="ky">{item.key}</span>{" "}
                <Link href={`/${workspace.slug}/items/${item.key}`} target="_blank">
                  {item.title}
                </Link>{" "}
                <span className="hint">{ITEM_STATUS_LABELS[item.status].toLowerCase()}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}
