"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { useRowKeys } from "@/components/shell/use-row-keys"
import { Chip } from "@/components/ui/chip"
import { Table, Td, Th } from "@/components/ui/table"
import { LIFECYCLE_LABELS } from "@/server/products/domain/product"
import { openItems, type ThreadRow } from "@/server/thread/domain/thread-row"
import { groupByDomain } from "./prepare-products"
import { ThreadCell } from "./thread-cell"

/** Products under their domains. `j` and `k` walk the names. */
export function ProductTable({ products }: { products: readonly ThreadRow[] }) {
  const { workspace } = useWorkspace()
  const rows = useRowKeys()
  return (
    <div ref={rows}>
      <Table label="Products by domain" className="products">
        <thead>
          <tr>
            <Th>Product</Th>
            <Th className="wide">Lifecycle</Th>
            <Th className="wide">Owner</Th>
            <Th className="wide">Steward</Th>
            <Th num>Open items</Th>
            <Th>Thread</Th>
          </tr>
        </thead>
        {groupByDomain(products).map(({ domain, products: inside }) => (
          <tbody key={domain.id}>
            <tr className="group">
              <th colSpan={6} scope="rowgroup">
                {domain.name} <span className="hint mono">{domain.key}</span>{" "}
                <span className="hint">{inside.length}</span>
              </th>
            </tr>
            {inside.map((product) => (
              <ProductRow key={product.id} product={product} slug={workspace.slug} />
            ))}
          </tbody>
        ))}
      </Table>
    </div>
  )
}

function ProductRow({ product, slug }: { product: ThreadRow; slug: string }) {
  const open = openItems(product.items)
  return (
    <tr>
      <Td className="what">
        <Link data-row href={`/${slug}/products/${product.slug}`}>
          <b>{product.name}</b>
        </Link>
        <small>{product.question}</small>
      </Td>
      <Td className="wide">
        <Chip>{LIFECYCLE_LABELS[product.lifecycle]}</Chip>
      </Td>
      <Td className="wide">{product.owner?.name ?? <span className="unknown">Nobody yet</span>}</Td>
      <Td className="wide">{product.steward?.name ?? <span className="unknown">Nobody yet</span>}</Td>
      <Td num>
        {open > 0 ? (
          <Link className="figure-link" href={`/${slug}/backlog?product=${product.id}`}>
            {open}
          </Link>
        ) : (
          <span className="muted">none</span>
        )}
        {product.items.inProgress > 0 ? (
          <small className="wide">{product.items.inProgress} in progress</small>
        ) : null}
      </Td>
      <Td>
        <ThreadCell links={product.links} />
      </Td>
    </tr>
  )
}
