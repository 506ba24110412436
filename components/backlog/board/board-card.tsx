"use client"
import { useDraggable, useDroppable } from "@dnd-kit/core"
import Link from "next/link"
import { useRouter } from "next/navigation"
import { type MouseEvent, memo, type ReactNode, useCallback } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { classNames } from "@/components/ui/class-names"
import { Menu, type MenuGroup } from "@/components/ui/menu"
import { Person } from "@/components/ui/person"
import { StateWord } from "@/components/ui/state-word"
import { ITEM_TYPE_LABELS } from "@/server/backlog/domain/item"
import type { BoardCard as Card } from "../item-data"
import { dueWords, estimateWords } from "../prepare-item"
import { placeId } from "./prepare-grid"

type Props = {
  card: Card
  lane: string | null
  columnName: string
  index: number
  /** A line above: the card being moved would land here. */
  dropHere: boolean
  moving: boolean
  selected: boolean
  /** Why it may not be moved. */
  reason?: string | undefined
  /** What the view says of a card beside what every card shows. */
  facts?: ReactNode
  menu: () => readonly MenuGroup[]
  onSelect: (card: Card) => void
  /** Measures the card in a column whose cards are drawn as they come into sight. */
  measure?: (node: HTMLElement | null) => void
}

/** Id of the handle of a card, so that focus finds it again after a move. */
export const cardHandleId = (place: string) => `card-${place}`

export const BoardCard = memo(function BoardCard(props: Props) {
  const {
    card,
    lane,
    columnName,
    index,
    dropHere,
    moving,
    selected,
    reason,
    facts,
    menu,
    onSelect,
    measure,
  } = props
  const { workspace } = useWorkspace()
  const router = useRouter()
  const place = placeId(lane, card.id)
  const drag = useDraggable({ id: place, disabled: Boolean(reason) })
  const drop = useDroppable({ id: place })
  const { setNodeRef: setDrag } = drag
  const { setNodeRef: setDrop } = drop
  const setNode = useCallback(
    (node: HTMLElement | null) => {
      setDrag(node)
      setDrop(node)
      measure?.(node)
    },
    [setDrag, setDrop, measure],
  )
  const href = `/${workspace.slug}/items/${card.key}`
  const selectWithShift = (event: MouseEvent) => {
    if (!event.shiftKey) return false
    event.preventDefault()
    window.getSelection()?.removeAllRanges()
    onSelect(card)
    return true
  }
  const state = classNames(
    "card",
    moving && "moving",
    dropHere && "drop-here",
    !reason && "movable",
    selected && "selected",
  )
  return (
    <li
      ref={setNode}
      data-index={index}
      className={state}
      {...drag.listeners}
      onClickCapture={selectWithShift}
    >
      <div className="card-top">
        <button
          id={cardHandleId(place)}
          ref={drag.setActivatorNodeRef}
          type="button"
          className="card-key"
          data-place={place}
          {...(reason ? {} : { "aria-describedby": drag.attributes["aria-describedby"] })}
          aria-label={`${card.key}, ${columnName}${selected ? ", selected" : ""}${reason ? "" : ", Space moves it"}`}
          onClick={() => router.push(href)}
        >
          {card.key}
        </button>
        <span className="tag">{ITEM_TYPE_LABELS[card.type]}</span>
        <Menu
          trigger={
            <Button size="small" variant="quiet" className="card-menu" aria-label={`Move ${card.key} to`}>
              Move
            </Button>
          }
          groups={menu()}
        />
      </div>
      <CardBody card={card} href={href} facts={facts} />
    </li>
  )
})

/** What a card says; also drawn under the pointer while it is dragged. */
export function CardBody({ card, href, facts }: { card: Card; href?: string; facts?: ReactNode }) {
  const { now } = useWorkspace()
  const due = dueWords(card.dueDate, card.status, now)
  return (
    <>
      <p className="card-title">
        {href ? (
          <Link className="plain" href={href} draggable={false}>
            {card.title}
          </Link>
        ) : (
          card.title
        )}
      </p>
      <p className="card-facts">
        {card.labels.slice(0, 3).map((label) => (
          <span key={label} className="chip">
            {label}
          </span>
        ))}
        {card.labels.length > 3 ? <span className="tag">and {card.labels.length - 3} more</span> : null}
        {due?.overdue ? (
          <StateWord state="bad">
            {due.text}
            <span className="sr-only"> overdue</span>
          </StateWord>
        ) : due ? (
          <span>{due.text}</span>
        ) : null}
        {facts}
        <span className="card-end">
          {card.estimate === null ? null : (
            <span className="tab" title="Estimate">
              <span className="sr-only">Estimate </span>
              {estimateWords(card.estimate)}
            </span>
          )}
          {card.ownerName ? <Person name={card.ownerName} size="small" /> : null}
        </span>
      </p>
    </>
  )
}
