import type { OpenDatabase } from "@/db/client"
import { log } from "../log"
import { addressFor, decodeMessage, LIVE_CHANNEL, type LiveMessage } from "./message"

export type Subscriber = {
  onMessage: (message: LiveMessage) => void
  /** The connection was away for a moment: messages may be missing, so look again. */
  onGap: () => void
}

/** One node's ear: a single connection that listens, and the subscribers by topic. */
export type LiveHub = {
  subscribe: (workspaceId: string, topic: string, subscriber: Subscriber) => () => void
  /** Resolves once the connection listens. */
  ready: () => Promise<void>
}

function makeHub(open: OpenDatabase): LiveHub {
  const topics = new Map<string, Set<Subscriber>>()
  let begun = false
  let listening: () => void = () => {}
  const first = new Promise<void>((resolve) => {
    listening = resolve
  })
  let heard = false

  const hear = (payload: string) => {
    const decoded = decodeMessage(payload)
    if (!decoded) return
    for (const { onMessage } of topics.get(decoded.address) ?? []) onMessage(decoded.message)
  }
  const stands = () => {
    listening()
    if (heard) for (const { onGap } of [...topics.values()].flatMap((set) => [...set])) onGap()
    heard = true
  }
  const begin = () => {
    if (begun) return
    begun = true
    open.listen(LIVE_CHANNEL, hear, stands).catch((error) => {
      begun = false
      log.warn({ err: error }, "live pages cannot listen")
    })
  }
  return {
    subscribe(workspaceId, topic, subscriber) {
      begin()
      const address = addressFor(workspaceId, topic)
      const set = topics.get(address) ?? new Set()
      topics.set(address, set.add(subscriber))
      return () => {
        set.delete(subscriber)
        if (set.size === 0 && topics.get(address) === set) topics.delete(address)
      }
    },
    ready: () => {
      begin()
      return first
    },
  }
}

const shared = globalThis as typeof globalThis & { plumblineHubs?: WeakMap<OpenDatabase, LiveHub> }

/** The hub of a database, one per process: on globalThis, because each bundle that Next makes has its own modules. */
export function hubOf(open: OpenDatabase): LiveHub {
  shared.plumblineHubs ??= new WeakMap()
  const hub = shared.plumblineHubs.get(open) ?? makeHub(open)
  shared.plumblineHubs.set(open, hub)
  return hub
}
