/** The one channel of the database; which topic a message is about stands in the message. */
export const LIVE_CHANNEL = "plumbline_live"

/**
 * That something changed, never what: whoever hears it reads again by an ordinary, permitted query.
 * "state": the thing itself, at this revision. "people": who is there and how far they are.
 */
export type LiveMessage = { kind: "state"; revision: number } | { kind: "people" }

export const encodeMessage = (workspaceId: string, topic: string, message: LiveMessage) =>
  JSON.stringify({
    w: workspaceId,
    t: topic,
    k: message.kind,
    ...("revision" in message && { r: message.revision }),
  })

/** The message and the address it is for; null for what is no message of this version. */
export function decodeMessage(payload: string): { address: string; message: LiveMessage } | null {
  try {
    const { w, t, k, r } = JSON.parse(payload) as Record<string, unknown>
    if (typeof w !== "string" || typeof t !== "string") return null
    const address = addressFor(w, t)
    if (k === "people") return { address, message: { kind: "people" } }
    return typeof r === "number" ? { address, message: { kind: "state", revision: r } } : null
  } catch {
    return null
  }
}

export const addressFor = (workspaceId: string, topic: string) => `${workspaceId} ${topic}`
