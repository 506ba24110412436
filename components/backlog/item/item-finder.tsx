"use client"
import { useQuery } from "@tanstack/react-query"
import { Command } from "cmdk"
import { useDeferredValue, useState } from "react"
import { useTRPC } from "@/components/api/trpc"

type Props = { exceptId: string; placeholder?: string; onChoose: (item: { id: string; key: string }) => void }

/** Finds an item by key or words of its title. */
export function ItemFinder({ exceptId, placeholder = "FUL-2, or carrier", onChoose }: Props) {
  const trpc = useTRPC()
  const [typed, setTyped] = useState("")
  const text = useDeferredValue(typed.trim())
  const found = useQuery(trpc.backlog.searchItems.queryOptions({ text }, { enabled: text !== "" }))
  const hits = (found.data?.items ?? []).filter(({ id }) => id !== exceptId)
  return (
    <Command shouldFilter={false} label="Items" loop>
      <Command.Input
        className="control"
        placeholder={placeholder}
        autoFocus
        value={typed}
        onValueChange={setTyped}
      />
      <Command.List label="Items found" className="found">
        {hits.map((hit) => (
          <Command.Item key={hit.id} className="entry" value={hit.id} onSelect={() => onChoose(hit)}>
            <span className="ky">{hit.key}</span> {hit.title}
            {hit.productName ? <span className="end">{hit.productName}</span> : null}
          </Command.Item>
        ))}
      </Command.List>
      <p className="hint" aria-live="polite">
        {text && found.data && hits.length === 0 ? `Nothing matches “${text}”.` : null}
      </p>
    </Command>
  )
}
