import type { WaitingKind, WaitingThing } from "@/server/products/domain/waiting-thing"

export const WAITING_KINDS: readonly WaitingKind[] = [
  "approval",
  "mention",
  "item",
  "review",
  "score",
  "measurement",
  "initiative",
  "assessment",
  "check",
  "waiver",
  "product",
  "retention",
  "access",
]

/** The kind in a row, and over a list of them. */
export const WAITING_KIND_LABELS: Record<WaitingKind, { one: string; many: string }> = {
  approval: { one: "Sign-off", many: "Sign-offs" },
  item: { one: "Item", many: "Items" },
  mention: { one: "Mention", many: "Mentions" },
  review: { one: "Review", many: "Reviews" },
  score: { one: "Score", many: "Scores" },
  measurement: { one: "Measurement", many: "Measurements" },
  initiative: { one: "Initiative", many: "Initiatives" },
  assessment: { one: "Assessment", many: "Assessments" },
  check: { one: "Check", many: "Checks" },
  waiver: { one: "Waiver", many: "Waivers" },
  product: { one: "Product", many: "Products" },
  retention: { one: "Retention", many: "Retention" },
  access: { one: "Access", many: "Access" },
}

export const WAITING_GROUPS = ["late", "thisWeek", "later"] as const
export type WaitingGroup = (typeof WAITING_GROUPS)[number]
export const WAITING_GROUP_LABELS: Record<WaitingGroup, string> = {
  late: "Late",
  thisWeek: "This week",
  later: "Later",
}

const day = 86_400_000
const isDay = (iso: string) => iso.length === 10
/** A day is over when it ends, a moment when it comes. */
const end = (due: string) => (isDay(due) ? Date.parse(`${due}T00:00:00Z`) + day : Date.parse(due))
const startOfDay = (iso: string) => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`)

/** Late: its day or moment has passed. This week: within today and the next six days. Later: the rest, also undated. */
export function waitingGroup(due: string | undefined, now: string): WaitingGroup {
  if (due === undefined) return "later"
  if (end(due) <= Date.parse(now)) return "late"
  return startOfDay(due) < startOfDay(now) + 7 * day ? "thisWeek" : "later"
}

/** Soonest first, undated last, then by title. */
export function byDue(a: WaitingThing, b: WaitingThing): number {
  const at = (thing: WaitingThing) => (thing.due === undefined ? Number.POSITIVE_INFINITY : end(thing.due))
  const [first, second] = [at(a), at(b)]
  return first === second ? a.title.localeCompare(b.title, "en") : first - second
}

/** The things of each group, soonest first; groups without any are left out. */
export function groupWaiting(things: readonly WaitingThing[], now: string) {
  const sorted = [...things].sort(byDue)
  return WAITING_GROUPS.flatMap((group) => {
    const inside = sorted.filter((thing) => waitingGroup(thing.due, now) === group)
    return inside.length > 0 ? [{ group, label: WAITING_GROUP_LABELS[group], things: inside }] : []
  })
}

/** The kinds that there are, in their order, with their numbers. */
export function countKinds(things: readonly WaitingThing[]): { kind: WaitingKind; count: number }[] {
  return WAITING_KINDS.map((kind) => ({
    kind,
    count: things.filter((thing) => thing.kind === kind).length,
  })).filter(({ count }) => count > 0)
}
