"use client"
import type { inferRouterOutputs } from "@trpc/server"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { RelativeTime } from "@/components/ui/relative-time"
import { ITEM_STATUS_LABELS, ITEM_TYPE_LABELS } from "@/server/backlog/domain/item"
import type { AppRouter } from "@/server/root"
import type { Choices } from "../use-choices"

export type Pair = inferRouterOutputs<AppRouter>["backlog"]["listDuplicates"]["pairs"][number]

type Props = {
  pair: Pair
  choices: Choices
  pending: boolean
  onKeep: (kept: 0 | 1) => void
  onDismiss: () => void
}

/** Two similar items side by side, and what may be done about them. */
export function DuplicatePair({ pair, choices, pending, onKeep, onDismiss }: Props) {
  const { workspace, now, may } = useWorkspace()
  const refused = pair.items
    .map((item) => may("backlog.edit", choices.scopeOf(item.productId)))
    .find(({ ok }) => !ok)
  const reason = refused && !refused.ok ? refused.reason : undefined
  const [a, b] = pair.items
  return (
    <li>
      <p className="alike">
        <b>{Math.round(pair.similarity * 100)} %</b> <span className="hint">alike</span>
      </p>
      <div className="both">
        {[a, b].map((item, index) => (
          <div key={item.id}>
            <p>
              <span className="ky">{item.key}</span>{" "}
              <Link className="plain" href={`/${workspace.slug}/items/${item.key}`}>
                {item.title}
              </Link>
            </p>
            <p className="hint">
              {ITEM_TYPE_LABELS[item.type]}, {ITEM_STATUS_LABELS[item.status].toLowerCase()},{" "}
              {item.productName ?? "no product"}, {item.ownerName ?? "nobody owns it"}, changed{" "}
              <RelativeTime iso={item.updatedAt} now={now} past />
            </p>
            {reason ? null : (
              <Button size="small" pending={pending} onClick={() => onKeep(index === 0 ? 0 : 1)}>
                Keep {item.key}
              </Button>
            )}
          </div>
        ))}
      </div>
      <Button
        size="small"
        variant="quiet"
        pending={pending}
        disabledReason={reason}
        aria-label={`They are different: ${a.key} and ${b.key}`}
        onClick={onDismiss}
      >
        They are different
      </Button>
    </li>
  )
}
