/** What was saved after the page was made would lie in its future: the later of both keeps "just now" true. */
export const laterOf = (now: string, iso: string) => (iso > now ? iso : now)
