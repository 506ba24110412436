import type { inferRouterOutputs } from "@trpc/server"
import type { State } from "@/components/ui/icon"
import { exactTime, shortDate } from "@/components/ui/prepare-relative-time"
import { targetPage } from "@/server/home/domain/target-pages"
import type { AuditTarget } from "@/server/kernel/domain/audit-event"
import type { AppRouter } from "@/server/root"
import type { Outcome } from "./prepare-filter"

export type ListedEvent = inferRouterOutputs<AppRouter>["audit"]["listEvents"]["events"][number]
export type OpenedEvent = inferRouterOutputs<AppRouter>["audit"]["getEvent"]

/** An outcome never by colour alone. */
export const OUTCOME_WORDS: Record<Outcome, { word: string; state: State }> = {
  success: { word: "Done", state: "good" },
  denied: { word: "Refused", state: "warning" },
  error: { word: "Failed", state: "bad" },
}

/** "13 Oct 07:40:12", to the second: in an audit trail minutes are too coarse. */
export function eventTime(iso: string, now: string): string {
  return `${shortDate(iso, now)} ${iso.slice(11, 19)}`
}

/** "Tue 13 Oct 2026, 07:40:12.345 UTC" */
export const fullTime = (iso: string) => `${exactTime(iso).slice(0, -9)}${iso.slice(11, 23)} UTC`

/** Who acted, and through what when it was not by hand. */
export function actorWords(actor: ListedEvent["actor"]): { name: string; through: string | null } {
  if (actor.onBehalfOf) return { name: actor.onBehalfOf.name, through: `by the API token ${actor.name}` }
  if (actor.type === "system") return { name: actor.name, through: "by itself" }
  return { name: actor.name, through: null }
}

/** Where a thing can be looked at now; null when it has no page that its name or id tell. */
export function targetHref(slug: string, target: AuditTarget): string | null {
  const page = targetPage(target)
  return page === null ? null : `/${slug}/${page}`
}

export type ChangedField = { field: string; before: string; after: string }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** A value as a person reads it; "–" for nothing. */
export function valueText(value: unknown): string {
  if (value === undefined || value === null || value === "") return "–"
  return typeof value === "string" ? value : JSON.stringify(value, null, 1)
}

/** Field by field what was and what became of it; fields that stayed the same are left out. */
export function changedFields(before: unknown, after: unknown): ChangedField[] {
  if (before == null && after == null) return []
  if (!isRecord(before ?? {}) || !isRecord(after ?? {})) {
    return [{ field: "value", before: valueText(before), after: valueText(after) }]
  }
  const [was, is] = [(before ?? {}) as Record<string, unknown>, (after ?? {}) as Record<string, unknown>]
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  return fields
    .map((field) => ({ field, before: valueText(was[field]), after: valueText(is[field]) }))
    .filter((change) => change.before !== change.after)
}
