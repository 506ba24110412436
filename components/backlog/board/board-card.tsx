"use client"
import { useDraggable, useDroppable } from "@dnd-kit/core"
import Link from "next/link"
import { useRouter } from "next/navigation"
import { memo, useCallback } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { classNames } from "@/components/ui/class-names"
import { Menu } from "@/components/ui/menu"
import { Person } from "@/components/ui/person"
import { StateWord } from "@/components/ui/state-word"
import {
  ITEM_STATUS_LABELS,
  ITEM_STATUSES,
  ITEM_TYPE_LABELS,
  type ItemStatus,
} from "@/server/backlog/domain/item"
import type { BoardCard as Card } from "../item-data"
import { dueWords, estimateWords } from "../prepare-item"

type Props = {
  card: Card
  /** A line above: the card being moved would land here. */
  dropHere: boolean
  moving: boolean
  /** Why its state may not be changed. */
  reason?: string
  /** Absent for people who may not change the order. */
  onTop?: (card: Card) => void
  onMoveTo: (card: Card, status: ItemStatus) => void
}

/** Id of the handle of a card, so that focus finds it again after a move. */
export const cardHandleId = (id: string) => `card-${id}`

export const BoardCard = memo(function BoardCard(props: Props) {
  const { card, dropHere, moving, reason, onTop, onMoveTo } = props
  const { workspace } = useWorkspace()
  const router = useRouter()
  const drag = useDraggable({ id: card.id, disabled: Boolean(reason) })
  const drop = useDroppable({ id: card.id })
  const { setNodeRef: setDrag } = drag
  const { setNodeRef: setDrop } = drop
  const setNode = useCallback(
    (node: HTMLElement | null) => {
      setDrag(node)
      setDrop(node)
    },
    [setDrag, setDrop],
  )
  const href = `/${workspace.slug}/items/${card.key}`
  return (
    <li
      ref={setNode}
      className={classNames("card", moving && "moving", dropHere && "drop-here", !reason && "movable")}
      {...drag.listeners}
    >
      <div className="card-top">
        <button
          id={cardHandleId(card.id)}
          ref={drag.setActivatorNodeRef}
          type="button"
          className="card-key"
          {...(reason ? {} : { "aria-describedby": drag.attributes["aria-describedby"] })}
          aria-label={`${card.key}, ${ITEM_STATUS_LABELS[card.status]}${reason ? "" : ", Space moves it"}`}
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
          groups={[
            {
              label: "Move to",
              entries: ITEM_STATUSES.filter((status) => status !== card.status).map((status) => ({
                label: ITEM_STATUS_LABELS[status],
                disabledReason: reason,
                onSelect: () => onMoveTo(card, status),
              })),
            },
            ...(onTop && !reason
              ? [{ entries: [{ label: "Top of this column", onSelect: () => onTop(card) }] }]
              : []),
          ]}
        />
      </div>
      <CardBody card={card} href={href} />
    </li>
  )
})

/** What a card says; also drawn under the pointer while it is dragged. */
export function CardBody({ card, href }: { card: Card; href?: string }) {
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
