import { addDays, daysBetween } from "./period"
import { expectedOn, type Goal, progressOf } from "./progress"

/** From good to bad; the order of `worstOf`. */
export const GRADES = ["achieved", "on_track", "unmeasured", "behind", "off_track", "missed"] as const
export type Grade = (typeof GRADES)[number]

export const GRADE_LABELS: Record<Grade, string> = {
  achieved: "Achieved",
  on_track: "On track",
  behind: "Behind",
  off_track: "Off track",
  missed: "Missed",
  unmeasured: "No measurement yet",
}

/** How far behind the straight line still counts, as a share of the way from baseline to target. */
export const ON_TRACK_GAP = 0.1
export const BEHIND_GAP = 0.3

export const GRADE_RULE =
  "Progress is the way covered from baseline to target. It is compared with a straight line over time, on the day of the " +
  "measurement: on track up to 10 % of the way behind it, behind up to 30 %, off track beyond. Achieved once the target " +
  "is met; missed when it is not by the due date. A measurement older than its rhythm shows its age and is never green."

export type GradeState = "good" | "warning" | "bad" | "unknown"
const STATES: Record<Grade, GradeState> = {
  achieved: "good",
  on_track: "good",
  behind: "warning",
  off_track: "bad",
  missed: "bad",
  unmeasured: "unknown",
}

export type Measured = { measuredOn: string; value: string }

export type Standing = {
  grade: Grade
  /** Colour: a stale measurement is unknown where it would be good. */
  state: GradeState
  /** 0 at the baseline, 1 at the target; null without a measurement. */
  progress: number | null
  /** What the straight line expects today, 0 to 1. */
  expected: number
  latest: Measured | null
  /** Days since the latest measurement; null without one. */
  ageDays: number | null
  /** True when a measurement is owed: the latest one is older than the rhythm. */
  stale: boolean
  /** The day by which the next measurement is owed; null when the last one was taken on or after the due date. */
  nextMeasureOn: string | null
}

const earlier = (a: string, b: string) => (a < b ? a : b)

function nextMeasureOn(goal: Goal, rhythmDays: number, latest: Measured | null): string | null {
  if (latest && latest.measuredOn >= goal.dueDate) return null
  return earlier(addDays(latest?.measuredOn ?? goal.startDate, rhythmDays), goal.dueDate)
}

function gradeOf(goal: Goal, latest: Measured, today: string): Grade {
  const progress = progressOf(goal, latest.value)
  const over = today > goal.dueDate || latest.measuredOn >= goal.dueDate
  if (goal.direction === "range") {
    // A range is kept to the end, so it cannot be achieved before.
    if (progress === 1) return over ? "achieved" : "on_track"
  } else if (progress >= 1) return "achieved"
  if (over) return "missed"
  const gap = expectedOn(goal, latest.measuredOn) - progress
  const inside = goal.direction === "range" && progressOf(goal, goal.baseline) === 1
  if (inside) return "off_track"
  // A hair of tolerance: 0.3 − 0.2 is a little more than 0.1 in floating point.
  if (gap <= ON_TRACK_GAP + 1e-9) return "on_track"
  return gap <= BEHIND_GAP + 1e-9 ? "behind" : "off_track"
}

/** How a key result stands on a day, from its latest measurement. The rule is `GRADE_RULE`. */
export function standingOf(
  goal: Goal & { rhythmDays: number },
  latest: Measured | null,
  today: string,
): Standing {
  const next = nextMeasureOn(goal, goal.rhythmDays, latest)
  const stale = next !== null && today > next
  const grade = latest ? gradeOf(goal, latest, today) : "unmeasured"
  const state = STATES[grade]
  return {
    grade,
    state: stale && state === "good" ? "unknown" : state,
    progress: latest ? progressOf(goal, latest.value) : null,
    expected: expectedOn(goal, today),
    latest,
    ageDays: latest ? Math.max(0, daysBetween(latest.measuredOn, today)) : null,
    stale,
    nextMeasureOn: next,
  }
}

export type Summary = {
  grade: Grade
  state: GradeState
  /** Mean progress of the measured key results, each counted from 0 to 1; null when none is measured. */
  progress: number | null
  measured: number
  total: number
}

const SEVERITY: Record<GradeState, number> = { good: 0, unknown: 1, warning: 2, bad: 3 }
const clamped = (value: number) => Math.min(1, Math.max(0, value))

/** An objective stands as its worst key result; null without any. */
export function summaryOf(
  standings: readonly Pick<Standing, "grade" | "state" | "progress">[],
): Summary | null {
  const worst = [...standings].sort(
    (a, b) => SEVERITY[b.state] - SEVERITY[a.state] || GRADES.indexOf(b.grade) - GRADES.indexOf(a.grade),
  )[0]
  if (!worst) return null
  const measured = standings.flatMap(({ progress }) => (progress === null ? [] : [clamped(progress)]))
  return {
    grade: worst.grade,
    state: worst.state,
    progress: measured.length > 0 ? measured.reduce((sum, value) => sum + value, 0) / measured.length : null,
    measured: measured.length,
    total: standings.length,
  }
}

/** The grade in words, with the age of what it rests on: "On track 47 days ago". */
export function gradeWords({ grade, stale, ageDays }: Pick<Standing, "grade" | "stale" | "ageDays">): string {
  if (!stale || ageDays === null) return GRADE_LABELS[grade]
  return `${GRADE_LABELS[grade]} ${ageDays === 1 ? "1 day" : `${ageDays} days`} ago`
}
