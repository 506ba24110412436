import { z } from "zod"

export const LIFECYCLES = ["proposed", "building", "live", "retiring", "retired"] as const
export type Lifecycle = (typeof LIFECYCLES)[number]

export const LIFECYCLE_LABELS: Record<Lifecycle, string> = {
  proposed: "Proposed",
  building: "Building",
  live: "Live",
  retiring: "Retiring",
  retired: "Retired",
}

/** Somebody with a name to show; null where nobody has been named yet. */
export type NamedPerson = { id: string; name: string }
export type DomainRef = { id: string; key: string; name: string }

/** A domain with its people. */
export type DomainSummary = DomainRef & {
  description: string
  owner: NamedPerson | null
  steward: NamedPerson | null
  /** Products of the domain that the reader may see. */
  productCount: number
  version: number
}

/** A product as a row of a list. */
export type ProductSummary = {
  id: string
  slug: string
  name: string
  question: string
  lifecycle: Lifecycle
  domain: DomainRef
  owner: NamedPerson | null
  steward: NamedPerson | null
  updatedAt: string
}

/** A product as its editor needs it. */
export type ProductDetails = ProductSummary & { description: string; version: number; createdAt: string }

const name = z.string().trim().min(1, "Give a name").max(120, "A name has at most 120 characters")
const description = z.string().trim().max(20_000, "A description has at most 20,000 characters")
const person = z.uuid("Choose a member").nullable()
const version = z.number().int().min(1)

/** Capitals only, so that FUL-207 can be read aloud and typed from memory. */
const domainKey = z.string().regex(/^[A-Z]{2,6}$/, "A key has 2 to 6 capital letters, such as FUL")

export const domainFields = z.object({
  key: domainKey,
  name,
  description,
  ownerId: person,
  stewardId: person,
})
export type DomainFields = z.infer<typeof domainFields>

export const productFields = z.object({
  domainId: z.uuid("Choose a domain"),
  name,
  question: z
    .string()
    .trim()
    .min(1, "State the question that this product answers")
    .max(500, "The question has at most 500 characters"),
  description,
  lifecycle: z.enum(LIFECYCLES, "Choose a lifecycle state"),
  ownerId: person,
  stewardId: person,
})
export type ProductFields = z.infer<typeof productFields>

/** Changes to one domain: only the fields given; `version` is the one the editor saw. */
export const updateDomainInput = z.object({ id: z.uuid(), version, changes: domainFields.partial() })

/** Changes to one product; `reason` is needed when the lifecycle state changes, and is recorded. */
export const updateProductInput = z.object({
  id: z.uuid(),
  version,
  changes: productFields.partial(),
  reason: z.string().trim().max(1000, "A reason has at most 1,000 characters").default(""),
})

const SLUG_LENGTH = 60

/** "Delivery promise" → "delivery-promise": lower-case letters, digits and hyphens, at most 60 characters. */
export function slugOf(name: string): string {
  const ascii = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
  return trimHyphens(ascii.replace(/[^a-z0-9]+/g, "-").slice(0, SLUG_LENGTH)) || "product"
}

/** The first of base, base-2, base-3 … that is not taken. */
export function freeSlug(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base
  for (let number = 2; ; number++) {
    const end = `-${number}`
    const slug = `${trimHyphens(base.slice(0, SLUG_LENGTH - end.length))}${end}`
    if (!taken.has(slug)) return slug
  }
}

const trimHyphens = (text: string) => text.replace(/^-+|-+$/g, "")
