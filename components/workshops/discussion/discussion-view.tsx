"use client"
import { useEffect, useMemo, useState } from "react"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { SectionHead } from "@/components/ui/section-head"
import { StateWord } from "@/components/ui/state-word"
import { counted } from "@/server/kernel/domain/counted"
import { byDisagreement, countedEntries } from "@/server/workshops/domain/round-results"
import { LAST_ROUND } from "@/server/workshops/domain/workshop"
import { AgreementLine } from "../agreement-line"
import { rangeWords } from "../prepare-workshop"
import type { Steps } from "../use-steps"
import type { Workshop } from "../workshop-data"
import { ItemValues } from "./item-values"

type Props = {
  workshop: Workshop
  leads: boolean
  steps: Steps
  nameOf: (userId: string) => string
}

/** The revealed scores: what people see most differently first, one item opened for everybody. */
export function DiscussionView({ workshop, leads, steps, nameOf }: Props) {
  const { framework, items, rounds, focusItemId } = workshop
  const rows = useMemo(
    () => byDisagreement(framework.definition, items, countedEntries(rounds.map(({ entries }) => entries))),
    [framework.definition, items, rounds],
  )
  const [looked, setLooked] = useState<string | null>(null)
  const [again, setAgain] = useState<ReadonlySet<string>>(new Set())
  // The facilitator's choice takes everybody along; until the next one, each may look elsewhere.
  useEffect(() => {
    if (focusItemId) setLooked(null)
  }, [focusItemId])
  const chosenId = looked ?? focusItemId ?? rows[0]?.item.itemId
  const index = rows.findIndex(({ item }) => item.itemId === chosenId)
  const row = rows[index]
  const item = items.find(({ itemId }) => itemId === chosenId)
  const choose = (itemId: string | undefined) => {
    if (!itemId) return
    setLooked(itemId)
    if (leads) steps.focus(itemId)
  }
  useShortcuts([
    { keys: "j", label: "Next item", hint: true, run: () => choose(rows[index + 1]?.item.itemId) },
    { keys: "k", label: "Previous item", hint: true, run: () => choose(rows[index - 1]?.item.itemId) },
  ])
  const toggle = (itemId: string) =>
    setAgain((before) => {
      const next = new Set(before)
      if (!next.delete(itemId)) next.add(itemId)
      return next
    })
  const mayAgain = leads && workshop.round < LAST_ROUND
  const here = new Set(items.filter(({ fate }) => fate === "here").map(({ itemId }) => itemId))
  if (rounds.every(({ entries }) => entries.length === 0)) {
    return (
      <EmptyState title="Nobody entered a score">
        There is nothing to discuss. {leads ? "End the workshop from the menu, or go on to decide." : ""}
      </EmptyState>
    )
  }
  return (
    <div className="discuss">
      <section className="discuss-list">
        <SectionHead title="Largest differences first" note={<AgreementLine workshop={workshop} />} />
        <ol aria-label="Items by disagreement">
          {rows.map(({ item: entry, gaps, scorers }) => {
            const [widest] = gaps
            return (
              <li key={entry.itemId} className={entry.itemId === chosenId ? "cur" : undefined}>
                {mayAgain ? (
                  <input
                    type="checkbox"
                    aria-label={`Score ${entry.key} again`}
                    disabled={!here.has(entry.itemId)}
                    checked={again.has(entry.itemId)}
                    onChange={() => toggle(entry.itemId)}
                  />
                ) : null}
                <button
                  type="button"
                  aria-current={entry.itemId === chosenId || undefined}
                  onClick={() => choose(entry.itemId)}
                >
                  <span className="ti">
                    <span className="ky">{entry.key}</span> {entry.title}
                    {entry.itemId === focusItemId ? <span className="chip">discussed now</span> : null}
                  </span>
                  <span className="gap-words">
                    {widest && widest.apart > 0 ? (
                      <>
                        {widest.split ? <StateWord state="warning">split</StateWord> : null}
                        <span className="hint">
                          {widest.criterion.name} {rangeWords(widest.low, widest.high)}
                        </span>
                      </>
                    ) : (
                      <span className="hint">{scorers > 1 ? "all agree" : counted(scorers, "scorer")}</span>
                    )}
                  </span>
                </button>
              </li>
            )
          })}
        </ol>
        {mayAgain ? (
          <div className="again">
            <Button
              pending={steps.pending}
              disabledReason={again.size === 0 ? "Tick the items to score again" : undefined}
              onClick={() => steps.advance("scoring", [...again])}
            >
              Score {again.size > 0 ? counted(again.size, "item") : "items"} again
            </Button>
            <p className="hint">
              Round {workshop.round + 1} of at most {LAST_ROUND}
            </p>
          </div>
        ) : null}
      </section>
      {item && row ? (
        <div className="discuss-item">
          <p className="walk">
            <Button
              size="small"
              aria-disabled={index === 0 || undefined}
              onClick={() => choose(rows[index - 1]?.item.itemId)}
            >
              Previous
            </Button>
            <span className="hint tab">
              {index + 1} of {rows.length}
            </span>
            <Button
              size="small"
              aria-disabled={index === rows.length - 1 || undefined}
              onClick={() => choose(rows[index + 1]?.item.itemId)}
            >
              Next
            </Button>
          </p>
          <ItemValues workshop={workshop} item={item} row={row} nameOf={nameOf} />
        </div>
      ) : null}
    </div>
  )
}
