"use client"
import { Button } from "@/components/ui/button"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import type { Verdict } from "@/server/kernel/domain/verdict"

type Props = {
  id: string
  filter: ItemFilter
  /** Whether places in the list are the manual order, or why not. */
  inOrder: Verdict
  pointedOut: boolean
  /** Said aloud when somebody tried to move an item nevertheless. */
  refusal: string | null
  onSwitch: () => void
}

/** Why rows cannot be moved, and the way back to the order in which they can. */
export default function OrderNote({ id, filter, inOrder, pointedOut, refusal, onSwitch }: Props) {
  if (inOrder.ok && !refusal) return null
  return (
    <p className="order-note hint">
      {refusal ? <span role="alert">{refusal}. </span> : null}
      {inOrder.ok ? null : (
        <span id={id}>
          {refusal ? null : filter.search ? "Search results cannot be moved. " : `${inOrder.reason}. `}
          <Button
            size="small"
            variant="quiet"
            className={pointedOut ? "pointed-out" : undefined}
            onClick={onSwitch}
          >
            Switch to manual order
          </Button>
        </span>
      )}
    </p>
  )
}
