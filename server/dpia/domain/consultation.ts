import { z } from "zod"
import { shortDay } from "@/server/strategy/domain/day-words"
import { addDays, daySchema, daysBetween, endOf } from "@/server/strategy/domain/period"

/** The clock of a prior consultation (Art. 36 GDPR): facts are recorded, dates are derived and shown with their derivation. */

const ADVICE_WEEKS = 8
const EXTENSION_WEEKS = 6

/** Days from `from` up to, not including, `until`; without an end the clock still stands. */
type Suspension = { from: string; until: string | null }

export type ConsultationFacts = {
  /** The day on which the authority received the request; null: none was made. */
  receivedOn: string | null
  extensionNotifiedOn: string | null
  suspensions: Suspension[]
  adviceOn: string | null
}

export const NO_CONSULTATION: ConsultationFacts = {
  receivedOn: null,
  extensionNotifiedOn: null,
  suspensions: [],
  adviceOn: null,
}

export const consultationSchema = z.object({
  receivedOn: daySchema.nullable(),
  extensionNotifiedOn: daySchema.nullable(),
  suspensions: z
    .array(z.object({ from: daySchema, until: daySchema.nullable() }))
    .max(50, "At most 50 suspensions"),
  adviceOn: daySchema.nullable(),
})

/** What is wrong with the facts, with the field; undefined when they fit together. */
export function consultationProblem(facts: ConsultationFacts): { path: string; message: string } | undefined {
  const { receivedOn, extensionNotifiedOn, suspensions, adviceOn } = facts
  const others = [extensionNotifiedOn, adviceOn, ...suspensions.map(({ from }) => from)]
  if (receivedOn === null) {
    if (others.every((day) => day === null)) return undefined
    return { path: "receivedOn", message: "Give the day on which the authority received the request" }
  }
  const early = (day: string | null) => day !== null && day < receivedOn
  if (early(extensionNotifiedOn)) {
    return { path: "extensionNotifiedOn", message: "The extension cannot be notified before the receipt" }
  }
  if (early(adviceOn)) return { path: "adviceOn", message: "The advice cannot come before the receipt" }
  for (const [index, { from, until }] of suspensions.entries()) {
    if (early(from)) {
      return { path: `suspensions.${index}.from`, message: "The clock cannot stand before the receipt" }
    }
    if (until !== null && until <= from) {
      return { path: `suspensions.${index}.until`, message: "A suspension ends after it begins" }
    }
  }
  return undefined
}

/** Days on which the clock stood, each counted once, also where suspensions overlap. An open one counts until `today`. */
function suspendedDays(suspensions: readonly Suspension[], today: string): number {
  const number = (day: string) => daysBetween("1970-01-01", day)
  const sorted = suspensions
    .map(({ from, until }) => ({ from: number(from), until: number(until ?? today) }))
    .filter(({ from, until }) => until > from)
    .sort((a, b) => a.from - b.from)
  let [days, reached] = [0, Number.NEGATIVE_INFINITY]
  for (const { from, until } of sorted) {
    days += Math.max(0, until - Math.max(from, reached))
    reached = Math.max(reached, until)
  }
  return days
}

const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** One step of how a date was found: "Received on 2 Mar 2026", 2026-03-02. */
type DerivationStep = { text: string; day: string }

export type ConsultationClock = {
  /** "waiting": the authority's time runs; "suspended": it stands; "late": it has run out; "answered": advice was given. */
  state: "waiting" | "suspended" | "late" | "answered"
  /** By when the authority advises. While the clock stands, the earliest possible day. */
  dueOn: string
  /** By when an extension has to be notified: one month after receipt, at most the month's last day. */
  extensionNoticeBy: string
  extended: boolean
  suspendedDays: number
  derivation: DerivationStep[]
  /** What a person has to judge: a late notice, a day at the weekend. Nothing of it moves the date. */
  remarks: string[]
}

function remarksOf(facts: ConsultationFacts, dueOn: string, noticeBy: string): string[] {
  const remarks: string[] = []
  if (facts.extensionNotifiedOn !== null && facts.extensionNotifiedOn > noticeBy) {
    remarks.push(
      `The extension was notified on ${shortDay(facts.extensionNotifiedOn)}, after ${shortDay(noticeBy)}: whether it holds is for a lawyer`,
    )
  }
  if (isWeekend(dueOn)) {
    remarks.push(
      `${shortDay(dueOn)} is at a weekend: rules on periods (Regulation 1182/71) may move it; it is not moved here`,
    )
  }
  return remarks
}

function stateOf({ adviceOn, suspensions }: ConsultationFacts, dueOn: string, today: string) {
  if (adviceOn !== null) return "answered"
  const stands = ({ from, until }: Suspension) => from <= today && (until === null || today < until)
  if (suspensions.some(stands)) return "suspended"
  return today > dueOn ? "late" : "waiting"
}

/**
 * The dates of a consultation on the day `today`; undefined before a request was received. Art. 36(2): advice within eight
 * weeks of receipt, six more when the authority says so within one month; the clock stands while information is awaited.
 */
export function consultationClock(facts: ConsultationFacts, today: string): ConsultationClock | undefined {
  const { receivedOn, extensionNotifiedOn, suspensions } = facts
  if (receivedOn === null) return undefined
  const extended = extensionNotifiedOn !== null
  const suspended = suspendedDays(suspensions, today)
  let day = addDays(receivedOn, 7 * ADVICE_WEEKS)
  const derivation: DerivationStep[] = [
    { text: `Received on ${shortDay(receivedOn)}`, day: receivedOn },
    { text: `${ADVICE_WEEKS} weeks for the advice (Art. 36(2))`, day },
  ]
  if (extensionNotifiedOn !== null) {
    day = addDays(day, 7 * EXTENSION_WEEKS)
    const text = `${EXTENSION_WEEKS} weeks more, notified on ${shortDay(extensionNotifiedOn)} (Art. 36(2))`
    derivation.push({ text, day })
  }
  if (suspended > 0) {
    day = addDays(day, suspended)
    const text = `${suspended} ${suspended === 1 ? "day" : "days"} on which the clock stood (Art. 36(2))`
    derivation.push({ text, day })
  }
  const extensionNoticeBy = endOf(receivedOn, { amount: 1, unit: "month" })
  return {
    state: stateOf(facts, day, today),
    dueOn: day,
    extensionNoticeBy,
    extended,
    suspendedDays: suspended,
    derivation,
    remarks: remarksOf(facts, day, extensionNoticeBy),
  }
}
