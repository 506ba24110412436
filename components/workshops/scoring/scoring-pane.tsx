"use client"
import Link from "next/link"
import { type FormEvent, useEffect, useRef, useState } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { SaveState } from "@/components/scoring/grid/save-state"
import { shownScore } from "@/components/scoring/grid/score-drafts"
import { announce } from "@/components/shell/announcer"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { Notice } from "@/components/ui/notice"
import { counted } from "@/server/kernel/domain/counted"
import { itemsToScore } from "../prepare-workshop"
import type { Workshop } from "../workshop-data"
import { CriterionField } from "./criterion-field"
import { ItemStrip } from "./item-strip"
import { givenIn, hintsFor, nextOpen, progressOn } from "./prepare-scoring"
import { useEntries } from "./use-entries"

type Props = {
  workshop: Workshop
  finished: boolean
  onFinish: (finished: boolean) => void
  pending: boolean
}

/** Silent scoring: one item at a time, large choices, everything saved as one goes. */
export function ScoringPane({ workshop, finished, onFinish, pending }: Props) {
  const { workspace } = useWorkspace()
  const { framework, round } = workshop
  const { definition } = framework
  const items = itemsToScore(workshop)
  const drafts = useEntries(workshop.id, round)
  const form = useRef<HTMLFormElement>(null)
  const progress = (itemId: string) =>
    progressOn(definition, givenIn(workshop, round, itemId), drafts.row(itemId))
  const [at, setAt] = useState(() => (items.length > 0 ? nextOpen(items, progress, -1) : 0))
  const index = Math.min(at, items.length - 1)
  const item = items[index]
  const moved = useRef(false)
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    announce(`Item ${index + 1} of ${items.length}: ${items[index]?.key} ${items[index]?.title}`)
    form.current?.querySelector<HTMLElement>("input:not([disabled])")?.focus({ preventScroll: true })
    form.current?.scrollIntoView({ block: "nearest" })
  }, [index, items])
  const go = (to: number) => {
    moved.current = true
    setAt(Math.max(0, Math.min(items.length - 1, to)))
  }
  useShortcuts([
    { keys: "j", label: "Next item", hint: true, run: () => go(index + 1) },
    { keys: "k", label: "Previous item", hint: true, run: () => go(index - 1) },
  ])
  if (!item) {
    return (
      <Notice state="unknown">
        <b>There is nothing for you to score here.</b> The items of this round lie where you may not score, or
        are no longer in the backlog.
      </Notice>
    )
  }
  const mine = givenIn(workshop, round, item.itemId)
  const shown = shownScore(mine, drafts.row(item.itemId))
  const hints = hintsFor(workshop, round, item.itemId)
  const hintOf = (key: string) => {
    const value = hints?.inputs[key]
    return typeof value === "number" && hints ? { value, words: hints.words } : null
  }
  const doneCount = items.filter(({ itemId }) => progress(itemId) === "done").length
  const all = doneCount === items.length
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (all || (index === items.length - 1 && doneCount >= items.length - 1)) onFinish(true)
    else go(nextOpen(items, progress, index))
  }
  const left = Object.entries(hints?.inputs ?? {}).filter(
    (entry): entry is [string, number] => entry[1] !== null && (shown.inputs[entry[0]] ?? null) === null,
  )
  const keepBefore = () => drafts.change(item.itemId, mine, { inputs: Object.fromEntries(left) })
  return (
    <section className="score-pane" aria-label="My scores">
      <ItemStrip items={items} current={index} progress={progress} onChoose={go} />
      <form ref={form} onSubmit={submit}>
        <div className="score-item">
          <p className="hint">
            Item {index + 1} of {items.length}
            {item.productName ? `, ${item.productName}` : ""}
          </p>
          <h2>
            <Link className="plain" href={`/${workspace.slug}/items/${item.key}`} target="_blank">
              <span className="ky">{item.key}</span> {item.title}
            </Link>
          </h2>
        </div>
        {hints && left.length > 0 && !finished ? (
          <p className="keep-before">
            <span className="hint">{hints.words}: marked below.</span>
            <Button size="small" onClick={keepBefore}>
              {left.length < definition.criteria.length ? "Keep the rest" : "Keep it"}
            </Button>
          </p>
        ) : null}
        {definition.criteria.map((criterion) => (
          <CriterionField
            key={`${item.itemId} ${criterion.key}`}
            framework={definition}
            criterion={criterion}
            value={shown.inputs[criterion.key] ?? null}
            hint={hintOf(criterion.key)}
            disabled={finished}
            onEntry={(value) => drafts.change(item.itemId, mine, { inputs: { [criterion.key]: value } })}
          />
        ))}
        <label className="why-note">
          <span>
            Why <span className="hint">optional, shown to the others after the reveal</span>
          </span>
          <input
            key={item.itemId}
            className="control"
            maxLength={1000}
            autoComplete="off"
            readOnly={finished}
            defaultValue={shown.note}
            onBlur={(event) =>
              event.target.value.trim() !== shown.note &&
              drafts.change(item.itemId, mine, { inputs: {}, note: event.target.value.trim() })
            }
          />
        </label>
        <p className="save-line">
          <SaveState drafts={drafts} noun="item" note=", kept on this device" />
        </p>
        <div className="score-acts">
          {finished ? (
            <>
              <Notice state="good">
                <b>You are done.</b> The others see that, not what you gave. The facilitator reveals all at
                once.
              </Notice>
              <Button onClick={() => onFinish(false)} pending={pending}>
                Change my scores
              </Button>
            </>
          ) : (
            <>
              {index > 0 ? <Button onClick={() => go(index - 1)}>Back</Button> : null}
              <Button type="submit" variant="primary" pending={pending}>
                {all ? "I am done" : "Next item"}
              </Button>
              {all ? null : (
                <Button variant="quiet" pending={pending} onClick={() => onFinish(true)}>
                  I am done, {counted(items.length - doneCount, "item")} left out
                </Button>
              )}
            </>
          )}
        </div>
      </form>
      <p className="hint silent-note">
        <Icon name="lock" /> Nobody sees your values before the reveal, not even the facilitator.
      </p>
    </section>
  )
}
