import type { Ctx } from "@/server/kernel/context"
import { inTransaction } from "@/server/kernel/database"
import type { LiveMessage } from "@/server/kernel/live/message"
import { publish } from "@/server/kernel/live/publish"
import type { World } from "@/tests/support/world"

/** Publishes in a transaction of its own. */
export function tell(world: World, workspaceId: string, topic: string, message: LiveMessage): Promise<void> {
  return inTransaction(world.open, workspaceId, "write", (db) => publish({ db, workspaceId }, topic, message))
}

type Event = { event: string; data: Record<string, unknown>; id: string | undefined }

function parseEvent(block: string): Event | undefined {
  const line = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1]
  const event = line("event")
  return event ? { event, data: JSON.parse(line("data") ?? "{}"), id: line("id") } : undefined
}

/** Reads the events of a stream, one after the other; undefined at its end. */
export function eventsOf(response: Response) {
  const reader = response.body!.getReader()
  const decoder = new TextDecoder()
  let text = ""
  async function next(): Promise<Event | undefined> {
    for (;;) {
      const end = text.indexOf("\n\n")
      if (end >= 0) {
        const event = parseEvent(text.slice(0, end))
        text = text.slice(end + 2)
        if (event) return event
        continue
      }
      const { value, done } = await reader.read()
      if (done) return undefined
      text += decoder.decode(value, { stream: true })
    }
  }
  return {
    next,
    /** The next event of this name; others on the way are skipped. */
    async until(name: string): Promise<Event> {
      for (;;) {
        const event = await next()
        if (!event) throw new Error(`The stream ended before “${name}”`)
        if (event.event === name) return event
      }
    },
    close: () => reader.cancel(),
  }
}

export const liveRequest = (topic: string, headers: Record<string, string> = {}) =>
  new Request(`http://test.local/api/v1/live?workspace=w&topic=${topic}`, { headers })

/** A way to answer "who asks" without a cookie, which a test can change under way. */
export const asking = (who: { ctx: Ctx | Error }) => async () => {
  if (who.ctx instanceof Error) throw who.ctx
  return who.ctx
}
