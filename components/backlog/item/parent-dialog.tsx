"use client"
import { useQuery } from "@tanstack/react-query"
import { Command } from "cmdk"
import { useDeferredValue, useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { Dialog } from "@/components/ui/dialog"
import type { ItemDetails } from "../item-data"

type Props = { item: ItemDetails; onChoose: (id: string) => void; onClose: () => void }

/** Finds the item that this one is part of. Cycles are refused by the server. */
export default function ParentDialog({ item, onChoose, onClose }: Props) {
  const trpc = useTRPC()
  const [typed, setTyped] = useState("")
  const text = useDeferredValue(typed.trim())
  const found = useQuery(trpc.backlog.searchItems.queryOptions({ text }, { enabled: text !== "" }))
  const hits = (found.data?.items ?? []).filter(({ id }) => id !== item.id)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`What is ${item.key} part of?`}
      description="Usually an epic. Type a key or words of its title."
    >
      <Command shouldFilter={false} label="Items" loop>
        <Command.Input
          className="control"
          placeholder="FUL-2, or carrier"
          autoFocus
          value={typed}
          onValueChange={setTyped}
        />
        <Command.List label="Items found" className="found">
          {hits.map((hit) => (
            <Command.Item key={hit.id} className="entry" value={hit.id} onSelect={() => onChoose(hit.id)}>
              <span className="ky">{hit.key}</span> {hit.title}
              {hit.productName ? <span className="end">{hit.productName}</span> : null}
            </Command.Item>
          ))}
        </Command.List>
        <p className="hint" aria-live="polite">
          {text && found.data && hits.length === 0 ? `Nothing matches “${text}”.` : null}
        </p>
      </Command>
    </Dialog>
  )
}
