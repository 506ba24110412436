/** What the audit page looks for; the address holds it, so a link opens the same view. */
export type AuditFilter = {
  text: string
  actors: string[]
  actions: string[]
  outcomes: Outcome[]
  target: { type: string; id: string } | null
  /** Days, "YYYY-MM-DD", UTC; empty for no limit. */
  from: string
  to: string
}

export const OUTCOMES = ["success", "denied", "error"] as const
export type Outcome = (typeof OUTCOMES)[number]

export const EMPTY_AUDIT_FILTER: AuditFilter = {
  text: "",
  actors: [],
  actions: [],
  outcomes: [],
  target: null,
  from: "",
  to: "",
}

const isDay = (text: string | null) =>
  text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

function parseTarget(text: string | null): AuditFilter["target"] {
  const colon = text?.indexOf(":") ?? -1
  if (!text || colon < 1 || colon === text.length - 1) return null
  return { type: text.slice(0, colon), id: text.slice(colon + 1) }
}

/** Reads the address; what it does not understand is left out. */
export function parseAuditFilter(params: URLSearchParams): AuditFilter {
  const day = (name: string) => (isDay(params.get(name)) ? (params.get(name) ?? "") : "")
  return {
    text: (params.get("q") ?? "").slice(0, 200),
    actors: params.getAll("who").slice(0, 50),
    actions: params.getAll("action").slice(0, 50),
    outcomes: OUTCOMES.filter((outcome) => params.getAll("outcome").includes(outcome)),
    target: parseTarget(params.get("about")),
    from: day("from"),
    to: day("to"),
  }
}

export function auditFilterParams(filter: AuditFilter): URLSearchParams {
  const params = new URLSearchParams()
  if (filter.text.trim()) params.set("q", filter.text.trim())
  for (const actor of filter.actors) params.append("who", actor)
  for (const action of filter.actions) params.append("action", action)
  for (const outcome of filter.outcomes) params.append("outcome", outcome)
  if (filter.target) params.set("about", `${filter.target.type}:${filter.target.id}`)
  if (filter.from) params.set("from", filter.from)
  if (filter.to) params.set("to", filter.to)
  return params
}

export const isEmptyAuditFilter = (filter: AuditFilter) => auditFilterParams(filter).size === 0

/** The filter as `audit.listEvents` takes it. */
export function eventsInput({ target, from, to, ...rest }: AuditFilter) {
  return { ...rest, target: target ?? undefined, from: from || undefined, to: to || undefined, limit: 50 }
}
