"use client"
import dynamic from "next/dynamic"
import Link from "next/link"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPCClient } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { SectionHead } from "@/components/ui/section-head"
import { StateWord } from "@/components/ui/state-word"
import { notify } from "@/components/ui/toast"
import { ITEM_STATUS_LABELS } from "@/server/backlog/domain/item"
import type { Verdict } from "@/server/kernel/domain/verdict"
import type { ItemDetails } from "../item-data"
import { relationGroups } from "./prepare-relations"

const RelateDialog = dynamic(() => import("./relate-dialog"), { ssr: false })

type Props = { item: ItemDetails; may: Verdict; onChanged: () => void }

/** What it waits for, what waits for it, and what it has to do with other items. */
export function ItemRelations({ item, may, onChanged }: Props) {
  const api = useTRPCClient()
  const { workspace } = useWorkspace()
  const [relating, setRelating] = useState(false)
  const [pending, setPending] = useState<string>()
  const groups = relationGroups(item.relations)
  const waits = groups.some(({ word, items }) => word === "blocked_by" && items.some(({ open }) => open))
  const remove = async (id: string, word: (typeof groups)[number]["word"]) => {
    setPending(`${word} ${id}`)
    try {
      await api.backlog.unrelateItems.mutate({ fromId: item.id, toId: id, word })
      onChanged()
    } catch (error) {
      notify.error(`The relation was not removed. ${errorMessage(error)}`)
    }
    setPending(undefined)
  }
  return (
    <section aria-labelledby="relations">
      <SectionHead
        id="relations"
        title="Dependencies and relations"
        note={waits ? <StateWord state="warning">Blocked</StateWord> : undefined}
        right={
          <Button
            size="small"
            disabledReason={may.ok ? undefined : may.reason}
            onClick={() => setRelating(true)}
          >
            Relate item
          </Button>
        }
      />
      {groups.length === 0 ? (
        <p className="muted">It waits for nothing, and nothing waits for it.</p>
      ) : (
        groups.map((group) => (
          <div key={group.word} className="relation-group">
            <h3>{group.label}</h3>
            <ul className="relatives">
              {group.items.map((other) => (
                <li key={other.id}>
                  <span className="ky">{other.key}</span>
                  <Link className="plain" href={`/${workspace.slug}/items/${other.key}`}>
                    {other.title}
                  </Link>
                  {other.archivedAt ? (
                    <span className="muted">In the archive</span>
                  ) : other.open ? (
                    <span className="muted">{ITEM_STATUS_LABELS[other.status]}</span>
                  ) : (
                    <StateWord state="good">{ITEM_STATUS_LABELS[other.status]}</StateWord>
                  )}
                  {may.ok ? (
                    <Button
                      size="small"
                      variant="quiet"
                      aria-label={`Remove: ${item.key} ${group.label.toLowerCase()} ${other.key}`}
                      pending={pending === `${group.word} ${other.id}`}
                      onClick={() => void remove(other.id, group.word)}
                    >
                      Remove
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          </div>
        ))
      )}
      {groups.some(({ word }) => word === "blocks" || word === "blocked_by") ? (
        <p className="mt-3 part-of">
          <Link
            href={`/${workspace.slug}/backlog/dependencies${item.productId ? `?product=${item.productId}` : ""}`}
          >
            See all dependencies{item.productId ? " of the product" : ""}
          </Link>
        </p>
      ) : null}
      {relating ? (
        <RelateDialog
          item={item}
          onClose={() => setRelating(false)}
          onRelated={() => {
            setRelating(false)
            onChanged()
          }}
        />
      ) : null}
    </section>
  )
}
