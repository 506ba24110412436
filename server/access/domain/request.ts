import { z } from "zod"

export const ACCESS_RIGHTS = ["read", "write", "share"] as const
export type AccessRight = (typeof ACCESS_RIGHTS)[number]

export const RIGHT_LABELS: Record<AccessRight, string> = {
  read: "Read",
  write: "Write",
  share: "Share onwards",
}

export const PURPOSES = [
  "analysis",
  "operations",
  "machine_learning",
  "reporting",
  "support",
  "audit",
] as const
export type Purpose = (typeof PURPOSES)[number]

export const PURPOSE_LABELS: Record<Purpose, string> = {
  analysis: "Analysis",
  operations: "Running the business",
  machine_learning: "Machine learning",
  reporting: "Reporting",
  support: "Customer support",
  audit: "Audit and control",
}

/** "Read and write" */
export function rightsWords(rights: readonly AccessRight[]): string {
  const words = ACCESS_RIGHTS.filter((right) => rights.includes(right)).map((right) =>
    RIGHT_LABELS[right].toLowerCase(),
  )
  const text = words.length > 1 ? `${words.slice(0, -1).join(", ")} and ${words.at(-1)}` : (words[0] ?? "")
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const DAY_MS = 86_400_000
const at = (day: string) => Date.parse(`${day}T00:00:00.000Z`)

/** The first moment of a day in UTC. */
export const startOfDay = (day: string) => new Date(at(day)).toISOString()
/** The first moment after a day in UTC: access until a day holds through all of it. */
export const endOfDay = (day: string) => new Date(at(day) + DAY_MS).toISOString()
/** The last day on which something with this end still holds. */
export const lastDayOf = (end: string) => new Date(Date.parse(end) - 1).toISOString().slice(0, 10)

/** The latest last day of access that begins on `from`: a year on, less a day. 29 February ends on 28 February. */
export function latestUntil(from: string): string {
  const next = new Date(at(from))
  next.setUTCFullYear(next.getUTCFullYear() + 1)
  return new Date(next.getTime() - DAY_MS).toISOString().slice(0, 10)
}

const text = (words: string, most: number) =>
  z
    .string()
    .trim()
    .min(10, words)
    .max(most, `At most ${most.toLocaleString("en")} characters`)

const shape = {
  purpose: z.enum(PURPOSES, "Choose what the data is for"),
  reason: text("Say in at least 10 characters what the data is needed for; whoever decides reads it", 2000),
  rights: z
    .array(z.enum(ACCESS_RIGHTS))
    .min(1, "Choose at least one right")
    .max(ACCESS_RIGHTS.length)
    .transform((rights) => ACCESS_RIGHTS.filter((right) => rights.includes(right))),
  /** Null: from the day of the request. */
  fromDay: z.iso.date("Give a day").nullable().default(null),
  untilDay: z.iso.date("Choose the last day"),
}

/** What can still be changed before the decision. */
export const requestTerms = z.object(shape)
export type RequestTerms = z.output<typeof requestTerms>

/** What somebody asks for: one product or one data asset, for oneself or for somebody who is named. */
export const requestFields = z
  .object({
    ...shape,
    productId: z.uuid("Choose a product").nullable().default(null),
    assetId: z.uuid("Choose a data asset").nullable().default(null),
    /** Null: for oneself. */
    beneficiaryId: z.uuid("Choose a member").nullable().default(null),
    /** The access that this one continues. */
    renewsId: z.uuid().nullable().default(null),
  })
  .superRefine(({ productId, assetId }, ctx) => {
    if ((productId === null) === (assetId === null))
      ctx.addIssue({ code: "custom", path: ["productId"], message: "Choose one product or one data asset" })
  })

/** Why the days cannot be asked for; undefined when they can. `today` is the day of the request. */
export function daysProblem(
  { fromDay, untilDay }: Pick<RequestTerms, "fromDay" | "untilDay">,
  today: string,
): { path: "fromDay" | "untilDay"; message: string } | undefined {
  const from = fromDay ?? today
  if (from < today) return { path: "fromDay", message: "Access cannot begin in the past" }
  if (untilDay < from) return { path: "untilDay", message: "The last day lies before the first" }
  const latest = latestUntil(from)
  if (untilDay > latest)
    return { path: "untilDay", message: `Access lasts a year at most: until ${latest}. Renew it then` }
  return undefined
}
