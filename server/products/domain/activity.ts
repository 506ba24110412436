/** Something that happened to a product, from the audit trail. */
export type Activity = {
  id: string
  /** ISO-8601 UTC. */
  at: string
  actor: { id: string; name: string }
  /** Past tense, without the actor: "Moved Delivery promise from Building to Live". */
  summary: string
  reason?: string
}

/** "Moved FUL-12" reads on after a name as "moved FUL-12"; a word in capitals stays. */
export function afterName(summary: string): string {
  return /^\p{Lu}\p{Ll}/u.test(summary) ? summary.charAt(0).toLowerCase() + summary.slice(1) : summary
}
