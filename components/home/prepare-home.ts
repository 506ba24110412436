import { shortDate } from "@/components/ui/prepare-relative-time"
import type { Tab } from "@/components/ui/tabs"
import type { Change } from "@/server/home/domain/change"
import {
  countKinds,
  WAITING_KIND_LABELS,
  WAITING_KINDS,
  waitingGroup,
} from "@/server/home/domain/waiting-groups"
import type { WaitingKind, WaitingThing } from "@/server/products/domain/waiting-thing"

const format = (options: Intl.DateTimeFormatOptions) => {
  const formatter = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options })
  return (iso: string) => formatter.format(new Date(iso)).replace(",", "")
}
const longDay = format({ weekday: "long", day: "numeric", month: "long" })
const longWeekday = format({ weekday: "long" })
const hours = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" })
const weekday = format({ weekday: "short" })
const day = 86_400_000
const dayNumber = (iso: string) => Math.floor(Date.parse(iso) / day)

/** "Tuesday 13 October". Days are those of UTC, like every date of the product. */
export const dayTitle = (now: string) => longDay(now)
/** "09:31" */
export const clockTime = (iso: string) => hours(iso)

/** The heading of a day in the log: "Today", "Yesterday", "Sunday 11 Oct", and with its year when long ago. */
export function dayHeading(iso: string, now: string): string {
  const distance = dayNumber(now) - dayNumber(iso)
  if (distance <= 0) return "Today"
  if (distance === 1) return "Yesterday"
  return distance < 180 ? `${longWeekday(iso)} ${shortDate(iso, iso)}` : shortDate(iso)
}

/** "Fri 18:24" within a week, else the date. */
export function visitWords(since: string, now: string): string {
  const distance = dayNumber(now) - dayNumber(since)
  if (distance === 0) return `today ${hours(since)}`
  return distance < 7 ? `${weekday(since)} ${hours(since)}` : shortDate(since)
}

/** How many things wait, and how many of them are late. `more` says that there are more than are listed. */
export function waitingState(things: readonly WaitingThing[], more: boolean, now: string, name: string) {
  const late = things.filter((thing) => waitingGroup(thing.due, now) === "late").length
  const first = name.trim().split(/\s+/)[0] ?? name
  const number = things.length
  if (number === 0) return { late, words: `Nothing waits on you, ${first}.` }
  const amount = more
    ? `More than ${number} things wait`
    : number === 1
      ? "One thing waits"
      : `${number} things wait`
  return { late, words: `${amount} on you, ${first}.` }
}

/** The kind asked for in the address, or undefined for all. */
export function shownKind(asked: string | null): WaitingKind | undefined {
  return WAITING_KINDS.find((kind) => kind === asked)
}

/** A tab for everything, and one for each kind that there is. */
export function waitingTabs(
  things: readonly WaitingThing[],
  kind: WaitingKind | undefined,
  home: string,
): Tab[] {
  const all = { label: "All", href: home, count: things.length, current: kind === undefined }
  const kinds = countKinds(things).map((entry) => ({
    label: WAITING_KIND_LABELS[entry.kind].many,
    href: `${home}?show=${entry.kind}`,
    count: entry.count,
    current: entry.kind === kind,
  }))
  return kinds.length > 1 || kind ? [all, ...kinds] : []
}

export type ChangeDay = { heading: string; changes: Change[] }

/** Changes under their days, in the order given. */
export function changeDays(changes: readonly Change[], now: string): ChangeDay[] {
  const days: ChangeDay[] = []
  for (const change of changes) {
    const heading = dayHeading(change.at, now)
    const last = days.at(-1)
    if (last?.heading === heading) last.changes.push(change)
    else days.push({ heading, changes: [change] })
  }
  return days
}

/** From how many on a run of like changes is folded, and how many of it stay in sight. */
const RUN = 4
const SHOWN = 2

export type ChangeRun = { first: Change; shown: Change[]; folded: Change[] }

/** Runs of one person doing one kind of thing: only the first two stay in sight when there are four or more. */
export function foldRuns(changes: readonly Change[]): ChangeRun[] {
  const runs: Change[][] = []
  for (const change of changes) {
    const last = runs.at(-1)
    const like = last?.[0]?.actor.id === change.actor.id && last[0].action === change.action
    if (last && like) last.push(change)
    else runs.push([change])
  }
  return runs.map((run) => {
    const cut = run.length >= RUN ? SHOWN : run.length
    return { first: run[0]!, shown: run.slice(0, cut), folded: run.slice(cut) }
  })
}

/** Others' changes since the last visit are news. */
export const isNews = (change: Change, since: string | null) =>
  since !== null && change.at > since && !change.actor.me
