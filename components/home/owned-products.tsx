"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { threadNote } from "@/components/products/prepare-products"
import { ThreadCell } from "@/components/products/thread-cell"
import { SectionHead } from "@/components/ui/section-head"
import { Table, Td, Th } from "@/components/ui/table"
import { openItems } from "@/server/thread/domain/thread-row"
import { ownedFilter } from "./prepare-owned"

/** The reader's own products, each with its thread. Nothing at all for people who own none. */
export function OwnedProducts() {
  const trpc = useTRPC()
  const { workspace, me } = useWorkspace()
  const { data: products } = useSuspenseQuery(trpc.thread.listThreads.queryOptions(ownedFilter))
  if (products.length === 0) return null
  const list = `/${workspace.slug}/products`
  return (
    <section className="own" aria-labelledby="own">
      <SectionHead id="own" title="Products I own" right={<Link href={list}>All products</Link>} />
      <Table label="Products I own">
        <thead>
          <tr>
            <Th>Product</Th>
            <Th>Thread</Th>
            <Th num>Open items</Th>
            <Th num className="wide">
              In progress
            </Th>
          </tr>
        </thead>
        <tbody>
          {products.map((product) => (
            <tr key={product.id}>
              <Td>
                <Link href={`${list}/${product.slug}`}>
                  <b>{product.name}</b>
                </Link>
                <small>{threadNote(product.links, me.name)}</small>
              </Td>
              <Td>
                <ThreadCell links={product.links} note={false} />
              </Td>
              <Td num>{openItems(product.items)}</Td>
              <Td num className="wide">
                {product.items.inProgress}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}
