import { counted } from "@/server/kernel/domain/counted"

/** One thing known of a product's data: `key` tells it from others, `what` names it, `value` is how it stands. */
export type KnownFact = { key: string; what: string; value: string }

/** A fact that came (`before` null), went (`after` null) or stands otherwise. */
export type FactChange = { key: string; what: string; before: string | null; after: string | null }

/** How a version stands to what is known now. */
export type FactDrift = {
  changes: FactChange[]
  /** When the version was handed in or judged last, and by whom. */
  since: string
  by: string
  /** Why it still covered what had changed by then; empty when nobody had to judge. */
  reason: string
  /** Stands for the present facts: who judges hands back what they saw. */
  seen: string
}

/** What differs between two moments, by name; the order in which facts are read is none of them. */
export function factChanges(before: readonly KnownFact[], after: readonly KnownFact[]): FactChange[] {
  const then = new Map(before.map((fact) => [fact.key, fact]))
  const now = new Map(after.map((fact) => [fact.key, fact]))
  const gone = before.filter(({ key }) => !now.has(key))
  const changes = [
    ...after.flatMap(({ key, what, value }): FactChange[] => {
      const known = then.get(key)
      return known?.value === value ? [] : [{ key, what, before: known?.value ?? null, after: value }]
    }),
    ...gone.map(({ key, what, value }): FactChange => ({ key, what, before: value, after: null })),
  ]
  return changes.sort((a, b) => (a.what < b.what ? -1 : a.what > b.what ? 1 : 0))
}

/** "new", "gone" or "changed". */
export const changeKind = ({ before, after }: FactChange) =>
  before === null ? "new" : after === null ? "gone" : "changed"

const ofOne = (change: FactChange) => `${change.what} (${changeKind(change)})`

/** "Field phone of crm.customers (new), and 2 more". */
export function changeWords(changes: readonly FactChange[]): string {
  const [first, ...others] = changes
  if (!first) return "Nothing changed"
  return others.length === 0 ? ofOne(first) : `${ofOne(first)}, and ${others.length} more`
}

/** "2 facts changed" */
export const changeCount = (count: number) => `${counted(count, "fact")} changed`
