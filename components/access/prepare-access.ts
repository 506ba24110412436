import { askedRows } from "@/components/shell/prepare-pages"
import type { State } from "@/components/ui/icon"
import { shortDate } from "@/components/ui/prepare-relative-time"
import { ACCESS_VIEWS, type AccessFilter, type AccessView } from "@/server/access/domain/access-filter"
import type { AccessRow } from "@/server/access/domain/access-row"
import type { AccessState } from "@/server/access/domain/access-state"
import { lastDayOf } from "@/server/access/domain/request"
import { counted } from "@/server/kernel/domain/counted"

export const STATE_LOOKS: Record<AccessState, State> = {
  waiting: "warning",
  changes: "warning",
  upcoming: "later",
  active: "good",
  expired: "later",
  revoked: "bad",
  refused: "bad",
  withdrawn: "later",
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

/** What the address asks for; anything it cannot mean is left out. */
export function parseAccess(params: URLSearchParams, now: string): AccessFilter {
  const view = ACCESS_VIEWS.find((one) => one === params.get("view")) ?? "mine"
  const id = (name: string) => {
    const value = params.get(name) ?? ""
    return /^[0-9a-f-]{36}$/.test(value) ? value : undefined
  }
  const [productId, personId] = [id("product"), id("person")]
  const asked = params.get("day") ?? ""
  return {
    view,
    ...(view === "day" && { day: isDay(asked) ? asked : now.slice(0, 10) }),
    ...(productId && { productId }),
    ...(personId && { personId }),
  }
}

/** What the list asks for, on the server and in the browser alike: the filter and the page of an address. */
export function accessInput(params: URLSearchParams, now: string) {
  return { filter: parseAccess(params, now), ...askedRows(params) }
}

/** The address with one thing filtered otherwise; it begins at the first page. */
export function refiltered(params: URLSearchParams, name: string, value: string | null): URLSearchParams {
  const next = new URLSearchParams(params)
  if (value) next.set(name, value)
  else next.delete(name)
  next.delete("page")
  return next
}

/** "until 31 Dec", "ended 3 Oct": the end of an access as a person says it. */
export function endWords(row: Pick<AccessRow, "state" | "ends" | "validUntil">, now: string): string {
  const day = (iso: string) => shortDate(iso, now)
  if (row.state === "revoked") return `revoked ${day(row.ends)}`
  const last = day(lastDayOf(row.validUntil))
  return row.state === "expired" ? `ended ${last}` : `until ${last}`
}

/** Whether somebody has done it where the data is. */
export function setUpWords(row: AccessRow): { state: State; words: string } {
  const over = row.state === "expired" || row.state === "revoked"
  if (row.removed) return { state: "good", words: "Removed" }
  if (row.granted) return over ? { state: "bad", words: "To be removed" } : { state: "good", words: "Set up" }
  if (row.approvedAt === null || over) return { state: "later", words: "Not set up" }
  return { state: "warning", words: "To be set up" }
}

const many = (count: number, one: string, more: string) =>
  count === 0 ? `No ${one}` : counted(count, one, more)

/** The line of state below the title. */
export function accessState(view: AccessView, total: number, day: string | undefined, now: string): string {
  if (view === "day") {
    return `${many(total, "access", "accesses")} held on ${shortDate(day ?? now)}, at some moment of that day in UTC.`
  }
  if (view === "active") return `${many(total, "access holds", "accesses hold")} now.`
  if (view === "decide")
    return `${many(total, "request waits", "requests wait")} for a decision that is yours to make.`
  if (view === "execute") return `${many(total, "access", "accesses")} to set up or remove where the data is.`
  return `${many(total, "request", "requests")} by you or for you.`
}
