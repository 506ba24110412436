import { describe, expect, it } from "vitest"
import {
  domainChanges,
  domainConflict,
  domainProblems,
  EMPTY_DOMAIN,
} from "@/components/products/prepare-domain-form"
import {
  changesOf,
  conflictRows,
  EMPTY_PRODUCT,
  formOf,
  formProblems,
  mergeOnto,
} from "@/components/products/prepare-product-form"
import {
  groupByDomain,
  productsState,
  soleLinkNote,
  threadNote,
} from "@/components/products/prepare-products"
import type { ProductDetails } from "@/server/products/domain/product"
import { freeSlug, slugOf } from "@/server/products/domain/product"
import {
  EMPTY_PRODUCT_FILTER,
  isEmptyFilter,
  parseProductFilter,
  productFilterParams,
  toSearchParams,
} from "@/server/products/domain/product-filter"
import type { ThreadLink } from "@/server/products/domain/thread-link"
import type { ThreadRow } from "@/server/thread/domain/thread-row"

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`

const product: ProductDetails = {
  id: id(1),
  slug: "delivery-promise",
  name: "Delivery promise",
  question: "When?",
  lifecycle: "live",
  domain: { id: id(2), key: "FUL", name: "Fulfilment" },
  owner: { id: id(3), name: "Ines Moreau" },
  steward: null,
  description: "",
  version: 4,
  createdAt: "2026-10-13T07:40:00.000Z",
  updatedAt: "2026-10-13T07:40:00.000Z",
}
const row = (more: Partial<ThreadRow> = {}): ThreadRow => ({
  ...product,
  items: { notStarted: 0, inProgress: 0, done: 0 },
  links: [],
  ...more,
})
const link = (more: Partial<ThreadLink> = {}): ThreadLink => ({
  id: "score",
  name: "Score",
  href: "/",
  state: "good",
  word: "Settled",
  fact: "",
  waits: false,
  ...more,
})

describe("a product's form", () => {
  it("sends only what was changed", () => {
    const form = formOf(product)
    expect(changesOf(form, form)).toEqual({})
    expect(changesOf(form, { ...form, question: "How?", ownerId: null })).toEqual({
      question: "How?",
      ownerId: null,
    })
  })

  it("says at each field what is missing, in the server's words", () => {
    expect(formProblems(EMPTY_PRODUCT)).toEqual({
      domainId: "Choose a domain",
      name: "Give a name",
      question: "State the question that this product answers",
    })
    expect(formProblems({ ...formOf(product), name: "x".repeat(121) })).toHaveProperty("name")
  })

  it("shows both versions after a conflict, and puts mine on top without undoing theirs", () => {
    const base = formOf(product)
    const mine = { ...base, question: "Mine?", ownerId: id(4) }
    const theirs = { ...base, question: "Theirs?", description: "New" }
    const nameOf = (person: string) => (person === id(3) ? "Ines Moreau" : "Priya Raman")
    expect(conflictRows(mine, theirs, nameOf)).toEqual([
      { field: "Question", mine: "Mine?", theirs: "Theirs?" },
      { field: "Description", mine: "Empty", theirs: "New" },
      { field: "Owner", mine: "Priya Raman", theirs: "Ines Moreau" },
    ])
    expect(mergeOnto(theirs, base, mine)).toEqual({
      ...base,
      question: "Mine?",
      description: "New",
      ownerId: id(4),
    })
  })
})

describe("a domain's form", () => {
  it("checks the key and sends only what was changed", () => {
    expect(domainProblems({ ...EMPTY_DOMAIN, name: "Fulfilment", key: "F" })).toEqual({
      key: "A key has 2 to 6 capital letters, such as FUL",
    })
    const form = { ...EMPTY_DOMAIN, name: "Fulfilment", key: "FUL" }
    expect(domainChanges(form, { ...form, key: "FF" })).toEqual({ key: "FF" })
    expect(domainConflict({ ...form, ownerId: "a" }, form, () => "Ines")).toEqual([
      { field: "Owner", mine: "Ines", theirs: "Nobody" },
    ])
  })
})

describe("the list of products", () => {
  const other = { id: id(5), key: "PRC", name: "Pricing" }

  it("stands under its domains and says how it is in one line", () => {
    const rows = [row(), row({ id: id(6), domain: other }), row({ id: id(7), domain: other, owner: null })]
    expect(groupByDomain(rows).map(({ domain, products }) => [domain.key, products.length])).toEqual([
      ["FUL", 1],
      ["PRC", 2],
    ])
    expect(productsState(rows, false)).toBe("3 products in 2 domains, 1 without an owner.")
    expect(productsState([row()], true)).toBe("1 product matches, in 1 domain.")
    expect(productsState([], false)).toBe("No products yet.")
    expect(productsState([], true)).toBe("No product matches.")
  })

  it("says where a thread waits and on whom", () => {
    const waiting = link({ state: "warning", waits: true, owes: { name: "Ines Moreau" } })
    expect(threadNote([link(), waiting], "Ines Moreau")).toBe("Waits at Score, you")
    expect(threadNote([link(), waiting], "Priya Raman")).toBe("Waits at Score, Ines Moreau")
    expect(threadNote([link(), link({ state: "later" })], "")).toBe("All due links hold")
    expect(threadNote([link({ state: "later" })], "")).toBe("No link is due yet")
    expect(threadNote([link(), link({ state: "bad" })], "")).toBe("1 of 2 links holds, 1 cut")
    expect(threadNote([], "")).toBe("No links yet")
    expect(soleLinkNote(waiting, "Ines Moreau")).toBe("Waits on you")
    expect(soleLinkNote(link(), "")).toBeUndefined()
  })

  it("keeps its filter in the address, and reads what an old link holds", () => {
    const filter = {
      search: "a b",
      domainIds: [id(1), id(2)],
      lifecycles: ["live" as const],
      ownerIds: ["me" as const, id(3)],
    }
    expect(parseProductFilter(productFilterParams(filter))).toEqual(filter)
    expect(parseProductFilter(new URLSearchParams("domain=x&state=new&owner=&q=++a&new=product"))).toEqual({
      ...EMPTY_PRODUCT_FILTER,
      search: "a",
    })
    expect(isEmptyFilter(EMPTY_PRODUCT_FILTER)).toBe(true)
    expect(toSearchParams({ owner: ["me", "none"], q: "x", edit: undefined }).toString()).toBe(
      "owner=me&owner=none&q=x",
    )
  })
})

describe("a slug", () => {
  it("comes from the name and is made unique within its length", () => {
    expect(slugOf("  Délivery – promise!  ")).toBe("delivery-promise")
    expect(slugOf("配送")).toBe("product")
    expect(freeSlug("a", new Set(["a", "a-2"]))).toBe("a-3")
    const long = slugOf("x".repeat(80))
    expect(freeSlug(long, new Set([long]))).toHaveLength(60)
  })
})
