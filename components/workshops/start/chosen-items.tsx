"use client"
import { useQuery } from "@tanstack/react-query"
import { useDeferredValue, useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { SectionHead } from "@/components/ui/section-head"
import { TextInput } from "@/components/ui/text-input"
import { WORKSHOP_LIMITS } from "@/server/workshops/domain/workshop"

export type ChosenItem = { id: string; key: string; title: string; productName?: string | null }

type Props = {
  items: readonly ChosenItem[]
  onChange: (items: readonly ChosenItem[]) => void
  error: string | undefined
}

/** The items of the workshop, in the order in which they are scored: moved, taken out, found by key or words. */
export function ChosenItems({ items, onChange, error }: Props) {
  const [text, setText] = useState("")
  const full = items.length >= WORKSHOP_LIMITS.items
  const add = (item: ChosenItem) => {
    onChange([...items, item])
    setText("")
  }
  const move = (index: number, by: 1 | -1) => {
    const next = items.toSpliced(index, 1)
    onChange(next.toSpliced(index + by, 0, items[index]!))
  }
  return (
    <section>
      <SectionHead title="Items" note={`${items.length} of at most ${WORKSHOP_LIMITS.items}`} />
      <TextInput
        type="search"
        aria-label="Find an item to add"
        placeholder={full ? "The workshop is full" : "Find an item to add, by key or words"}
        readOnly={full}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
      />
      {text.trim() === "" ? null : (
        <Found text={text} taken={new Set(items.map(({ id }) => id))} onAdd={add} />
      )}
      {error ? (
        <p className="choice-problem" role="alert">
          <Icon name="bad" /> {error}
        </p>
      ) : null}
      {items.length === 0 ? (
        <p className="muted no-items">
          None yet. Find them here, or choose rows in the list and press “Start a workshop” there.
        </p>
      ) : (
        <>
          <p className="order-note hint">
            People score them in this order; the scores sort them after the reveal.
            {items.length > 1 ? (
              <Button size="small" variant="quiet" onClick={() => onChange(shuffled(items))}>
                Shuffle
              </Button>
            ) : null}
          </p>
          <ol className="chosen-items" aria-label="Chosen items">
            {items.map((item, index) => (
              <li key={item.id}>
                <span className="ti">
                  <span className="ky">{item.key}</span> {item.title}
                </span>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Move ${item.key} up`}
                  disabledReason={index === 0 ? "It is the first" : undefined}
                  onClick={() => move(index, -1)}
                >
                  ↑
                </Button>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Move ${item.key} down`}
                  disabledReason={index === items.length - 1 ? "It is the last" : undefined}
                  onClick={() => move(index, 1)}
                >
                  ↓
                </Button>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Leave out ${item.key}`}
                  onClick={() => onChange(items.filter(({ id }) => id !== item.id))}
                >
                  Leave out
                </Button>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

/** Fisher and Yates: every order is as likely as the others. */
function shuffled<T>(items: readonly T[]): T[] {
  const result = [...items]
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1))
    ;[result[last], result[other]] = [result[other]!, result[last]!]
  }
  return result
}

type FoundProps = { text: string; taken: ReadonlySet<string>; onAdd: (item: ChosenItem) => void }

function Found({ text, taken, onAdd }: FoundProps) {
  const trpc = useTRPC()
  const asked = useDeferredValue(text.trim())
  const { data } = useQuery(trpc.backlog.searchItems.queryOptions({ text: asked }))
  const hits = (data?.items ?? []).filter(({ id }) => !taken.has(id))
  if (data && hits.length === 0) return <p className="hint">Nothing else matches “{asked}”.</p>
  return (
    <ul className="found-items" aria-label="Found items">
      {hits.map((hit) => (
        <li key={hit.id}>
          <button type="button" onClick={() => onAdd(hit)}>
            <span className="ky">{hit.key}</span> {hit.title}
          </button>
        </li>
      ))}
    </ul>
  )
}
