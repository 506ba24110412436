"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { useRowKeys } from "@/components/shell/use-row-keys"
import { Button, buttonClass } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { RelativeTime } from "@/components/ui/relative-time"
import { SectionHead } from "@/components/ui/section-head"
import { Table, Td, Th } from "@/components/ui/table"
import { ITEM_STATUS_LABELS, type ItemStatus } from "@/server/backlog/domain/item"
import type { ProductDetails } from "@/server/products/domain/product"

type Item = {
  id: string
  key: string
  title: string
  status: ItemStatus
  ownerName: string | null
  dueDate: string | null
}
type Props = { product: ProductDetails; items: readonly Item[]; total: number }

/** The open items that come first in the backlog. */
export function ProductItems({ product, items, total }: Props) {
  const { workspace, may } = useWorkspace()
  const rows = useRowKeys()
  const backlog = `/${workspace.slug}/backlog`
  const editable = may("backlog.edit", {
    type: "product",
    productId: product.id,
    domainId: product.domain.id,
  })
  if (items.length === 0) {
    return (
      <section>
        <SectionHead title="Next items" />
        <EmptyState
          title="No open item"
          action={
            editable.ok ? (
              <Link className={buttonClass()} href={`${backlog}?new=item&product=${product.id}`}>
                Create item
              </Link>
            ) : (
              <Button disabledReason={editable.reason}>Create item</Button>
            )
          }
        >
          Items are the questions, hypotheses and stories that move this product on. They stand here in the
          order of the backlog.
        </EmptyState>
      </section>
    )
  }
  return (
    <section>
      <SectionHead
        title="Next items"
        note={`first ${items.length} of ${total} open, in backlog order`}
        right={<Link href={`${backlog}?product=${product.id}`}>Open in backlog</Link>}
      />
      <div ref={rows}>
        <Table label="Next items">
          <thead>
            <tr>
              <Th>Item</Th>
              <Th>Status</Th>
              <Th className="wide">Owner</Th>
              <Th num>Due</Th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <ItemRow key={item.id} item={item} href={`/${workspace.slug}/items/${item.key}`} />
            ))}
          </tbody>
        </Table>
      </div>
    </section>
  )
}

function ItemRow({ item, href }: { item: Item; href: string }) {
  const { now } = useWorkspace()
  const late = item.dueDate !== null && item.dueDate < now.slice(0, 10)
  return (
    <tr>
      <Td className="what">
        <Link data-row href={href}>
          <span className="tag">{item.key}</span> {item.title}
        </Link>
      </Td>
      <Td>{ITEM_STATUS_LABELS[item.status]}</Td>
      <Td className="wide">{item.ownerName ?? <span className="unknown">Nobody yet</span>}</Td>
      <Td num className={late ? "bad" : undefined}>
        {item.dueDate ? (
          <RelativeTime iso={item.dueDate} now={now} />
        ) : (
          <span className="muted">no date</span>
        )}
      </Td>
    </tr>
  )
}
