import { shortDate } from "@/components/ui/prepare-relative-time"
import { changeCount, type FactDrift } from "@/server/dpia/domain/known-facts"

/** Who judged last that what had changed is covered, and why; null where nobody had to. */
export function judgedWords({ since, by, reason }: FactDrift, now: string): string | null {
  return reason === "" ? null : `${by} judged so on ${shortDate(since, now)}: “${reason}”`
}

/** Since when the facts were others, in a sentence. `now` is ISO. */
export function sinceWords({ changes, since, by, reason }: FactDrift, now: string): string {
  const date = shortDate(since, now)
  return reason === ""
    ? `${changeCount(changes.length)} since ${by} handed it in on ${date}.`
    : `${changeCount(changes.length)} since ${by} judged on ${date} that it still covered what had changed by then: “${reason}”`
}
