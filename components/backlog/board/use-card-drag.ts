"use client"
import {
  type Announcements,
  type CollisionDetection,
  closestCorners,
  type DragEndEvent,
  type DragMoveEvent,
  KeyboardSensor,
  MeasuringStrategy,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core"
import { useRef, useState } from "react"
import type { Board } from "../item-data"
import {
  type Folded,
  findPlace,
  isArrow,
  isCell,
  placeWords,
  stepOver,
  type Target,
  targetOver,
} from "./prepare-grid"

/** What is said of a place before the drop: why not there, or what to mind. */
export type Judgement = { refusal?: string | undefined; warning?: string | undefined }

type Options = {
  board: Board | undefined
  folded: Folded
  columnName: (column: string) => string
  judge: (place: string, target: Target) => Judgement
  onMove: (place: string, target: Target) => void
}

/** By key a card lies exactly on what it is over, so the nearest corner decides; by pointer what is under the tip. */
const whatIsOver: CollisionDetection = (args) => {
  if (!args.pointerCoordinates) return closestCorners(args)
  const under = pointerWithin(args)
  const cards = under.filter(({ id }) => !isCell(id))
  return cards.length > 0 ? cards : under
}

/** Dragging a card by mouse, by touch (after a short press) and by key: Space lifts and drops, arrows move, Escape gives up. */
export function useCardDrag({ board, folded, columnName, judge, onMove }: Options) {
  const [moving, setMoving] = useState<string | null>(null)
  const [target, setTarget] = useState<Target | null>(null)
  const latest = useRef({ board, folded })
  latest.current = { board, folded }
  const travelled = useRef(false)

  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 8 } }),
    useSensor(KeyboardSensor, {
      keyboardCodes: { start: ["Space"], cancel: ["Escape"], end: ["Space", "Enter"] },
      coordinateGetter: (event, { context: { active, over, droppableRects } }) => {
        const { board: shown, folded: shut } = latest.current
        if (!shown || !active || !isArrow(event.code)) return undefined
        event.preventDefault()
        const rect = droppableRects.get(stepOver(shown, shut, String(over?.id ?? active.id), event.code))
        return rect && { x: rect.left, y: rect.top }
      },
    }),
  )

  const aim = ({ active, over }: DragMoveEvent | DragEndEvent): Target | null => {
    const rect = active.rect.current.translated
    if (!board || !over || !rect) return null
    const low = rect.top + rect.height / 2 > over.rect.top + over.rect.height / 2 + 1
    return targetOver(board, String(active.id), String(over.id), low)
  }
  const stop = () => {
    setMoving(null)
    setTarget(null)
  }
  const where = (place: string, to: Target) => {
    if (!board) return ""
    const { refusal, warning } = judge(place, to)
    const words = placeWords(board, place, to, columnName)
    return [words, refusal ?? warning].filter(Boolean).join(". ")
  }
  const keyOf = (place: string | number) => (board && findPlace(board, String(place))?.card.key) ?? "The item"
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      travelled.current = false
      return `Lifted ${keyOf(active.id)}. Arrow keys move it, Space drops it, Escape gives up.`
    },
    onDragOver: (event) => {
      // At first it hovers over itself; the words about lifting are not to be cut off by that.
      if (!travelled.current && event.over?.id === event.active.id) return undefined
      travelled.current = true
      const to = aim(event as DragMoveEvent)
      return to ? `${keyOf(event.active.id)}: ${where(String(event.active.id), to)}` : undefined
    },
    onDragEnd: (event) => {
      const to = aim(event as DragEndEvent)
      return to
        ? `Dropped ${keyOf(event.active.id)}: ${where(String(event.active.id), to)}`
        : `${keyOf(event.active.id)} stays where it was`
    },
    onDragCancel: ({ active }) => `${keyOf(active.id)} stays where it was`,
  }

  return {
    moving,
    target,
    judgement: moving && target ? judge(moving, target) : null,
    context: {
      sensors,
      collisionDetection: whatIsOver,
      // Cards come and go while a long column scrolls under the one that is lifted.
      measuring: { droppable: { strategy: MeasuringStrategy.Always } },
      accessibility: {
        announcements,
        screenReaderInstructions: {
          draggable: "Space lifts the item, arrow keys move it, Space drops it, Escape gives up.",
        },
      },
      onDragStart: ({ active }: { active: { id: string | number } }) => setMoving(String(active.id)),
      onDragMove: (event: DragMoveEvent) => setTarget(aim(event)),
      // What lies below is found out after the move; the last move alone would show the place before.
      onDragOver: (event: DragMoveEvent) => setTarget(aim(event)),
      onDragCancel: stop,
      onDragEnd: (event: DragEndEvent) => {
        const to = aim(event)
        stop()
        if (to) onMove(String(event.active.id), to)
      },
    },
  }
}
