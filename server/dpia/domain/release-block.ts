import { shortDay } from "@/server/strategy/domain/day-words"
import { type ConsultationFacts, consultationClock } from "./consultation"

type Standing = {
  /** "DPIA-3" */
  key: string
  /** A high risk remains in the present version, or in the one that was approved last. */
  high: boolean
  facts: ConsultationFacts
}

/**
 * Why a product must not be released on the day `today`, in plain words; undefined when nothing of this assessment stands
 * against it. Art. 36(1) and (2) GDPR: the authority is asked while a high risk remains, and its advice is waited for. Once
 * asked, its time is waited out also when the risk was lowered meanwhile; without its advice a high risk keeps blocking.
 */
export function releaseBlock({ key, high, facts }: Standing, today: string): string | undefined {
  if (facts.adviceOn !== null && facts.adviceOn <= today) return undefined
  const clock = consultationClock(facts, today)
  if (!clock) {
    const words = `A high risk remains in ${key}, and the supervisory authority was not consulted (Art. 36 GDPR)`
    return high ? words : undefined
  }
  const due = shortDay(clock.dueOn)
  if (clock.state === "late") {
    const words = `A high risk remains in ${key}, and the supervisory authority has not advised; its advice was due by ${due}`
    return high ? words : undefined
  }
  const stands = clock.state === "suspended" ? ", at the earliest, for its clock stands" : ""
  return `The supervisory authority was consulted on ${key} and has not advised yet; its advice is due by ${due}${stands}`
}
