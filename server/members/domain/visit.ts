/** After half an hour away, coming back is a new visit. */
export const VISIT_GAP_MS = 30 * 60_000

type Visits = { lastVisitAt: string | null; previousVisitAt: string | null }

/** True when somebody last seen then starts a new visit now. */
export const startsVisit = (lastVisitAt: string | null, now: string) =>
  lastVisitAt !== null && Date.parse(now) - Date.parse(lastVisitAt) > VISIT_GAP_MS

/** From when on changes are news: the end of the visit before the present one; null on the first. */
export function newsSince({ lastVisitAt, previousVisitAt }: Visits, now: string): string | null {
  return startsVisit(lastVisitAt, now) ? lastVisitAt : previousVisitAt
}
