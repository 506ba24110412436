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
