import { counted } from "@/server/kernel/domain/counted"
import { firstWaiting, type ThreadLink, threadSummary } from "@/server/products/domain/thread-link"
import type { ThreadRow } from "@/server/thread/domain/thread-row"

export type ProductGroup = { domain: ThreadRow["domain"]; products: ThreadRow[] }

/** Products under their domains, in the order given. */
export function groupByDomain(products: readonly ThreadRow[]): ProductGroup[] {
  const groups = new Map<string, ProductGroup>()
  for (const product of products) {
    const group = groups.get(product.domain.id) ?? { domain: product.domain, products: [] }
    group.products.push(product)
    groups.set(product.domain.id, group)
  }
  return [...groups.values()]
}

/** The page's one line: "8 products in 4 domains, 2 without an owner." or, filtered, "2 products match, in 1 domain." */
export function productsState(products: readonly ThreadRow[], filtered: boolean): string {
  if (products.length === 0) return filtered ? "No product matches." : "No products yet."
  const domains = counted(new Set(products.map((product) => product.domain.id)).size, "domain")
  const ownerless = products.filter((product) => product.owner === null).length
  const missing = ownerless > 0 ? `, ${ownerless.toLocaleString("en")} without an owner` : ""
  const found = counted(products.length, "product")
  const match = products.length === 1 ? "matches" : "match"
  return `${filtered ? `${found} ${match},` : found} in ${domains}${missing}.`
}

/** Below a product's name: where its thread waits, or that it holds. */
export function threadNote(links: readonly ThreadLink[], me: string): string {
  const waiting = firstWaiting(links)
  if (!waiting) return links.length === 0 ? "No links yet" : threadNoteWithoutWait(links)
  const who = waiting.owes ? `, ${waiting.owes.name === me ? "you" : waiting.owes.name}` : ""
  return `Waits at ${waiting.name}${who}`
}

/** For a thread of one link, which is written out beside: on whom it waits, if it does. */
export function soleLinkNote(link: ThreadLink, me: string): string | undefined {
  if (!link.waits || !link.owes) return undefined
  return `Waits on ${link.owes.name === me ? "you" : link.owes.name}`
}

function threadNoteWithoutWait(links: readonly ThreadLink[]): string {
  const open = links.some((link) => link.state !== "good" && link.state !== "later")
  if (open) return threadSummary(links)
  return links.some((link) => link.state === "good") ? "All due links hold" : "No link is due yet"
}
