import type { Ctx } from "../context"
import { notFound, PlumblineError } from "../errors"
import { errorResponse } from "../http"
import { log } from "../log"
import type { Operation } from "../operation"
import { contextFromHeaders } from "../request-context"
import { hubOf } from "./hub"
import { addressFor } from "./message"
import { markLeft, markPresent } from "./presence"
import { takeSeat } from "./seats"

/** A kind of live page: who may watch one, and its present revision, is the answer of its operation. */
export type LiveTopic = { kind: string; watch: Operation<{ id: string }, { revision: number }> }

/** Between two signs of life; at each the session and the permission are looked at again. */
export const BEAT_MS = 15_000
/** Events that may wait for a slow reader before the stream is given up; the browser comes back by itself. */
const MOST_WAITING = 64

type Options = {
  topics: readonly LiveTopic[]
  contextOf?: (headers: Headers, workspace: string | undefined) => Promise<Ctx>
  beatMs?: number
}

type Asked = { workspace: string | undefined; topic: string; kind: string; id: string; since: number | null }

function readRequest(request: Request): Asked {
  const params = new URL(request.url).searchParams
  const topic = params.get("topic") ?? ""
  const [kind = "", id = ""] = topic.split(":", 2)
  const since = Number(request.headers.get("last-event-id") ?? params.get("since") ?? Number.NaN)
  return {
    workspace: params.get("workspace") ?? undefined,
    topic,
    kind,
    id,
    since: Number.isInteger(since) ? since : null,
  }
}

/** One event of the stream. Only a state has an id: it is what a browser says it has seen last. */
function eventText(event: string, data: object, id?: number): string {
  return `${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  // "no-transform" keeps compression, which would hold events back, off the stream; the last is for nginx.
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
}

/**
 * GET …?workspace=SLUG&topic=KIND:ID: server-sent events. They say that something changed and its revision, never what.
 * `hello` opens (revision, whether `Last-Event-ID` is behind it), `state` and `people` follow, `beat` is a sign of life with
 * the server's time, `end` says why the server closes for good. @returns 404, 403, 401 or 429 before the first byte.
 */
export async function answerLive(request: Request, options: Options): Promise<Response> {
  try {
    return await openStream(request, options)
  } catch (error) {
    return errorResponse(error, request.headers.get("x-request-id") ?? crypto.randomUUID())
  }
}

async function openStream(request: Request, options: Options): Promise<Response> {
  const { topics, contextOf = contextFromHeaders, beatMs = BEAT_MS } = options
  const asked = readRequest(request)
  const topic = topics.find(({ kind }) => kind === asked.kind)
  if (!topic) throw notFound("The topic")
  const headers = new Headers(request.headers)
  /** Who is asking now, and how the thing stands. @throws as soon as they may not watch it any more. */
  const look = async () => {
    const ctx = await contextOf(headers, asked.workspace)
    const { revision } = await topic.watch(ctx, { id: asked.id })
    return { ctx, revision }
  }
  const { ctx, revision } = await look()
  const { user, workspace } = ctx.caller
  if (!user || !workspace) throw new PlumblineError("UNAUTHENTICATED", "Sign in first")
  const place = { workspaceId: workspace.id, topic: asked.topic }
  const seat = takeSeat(user.id, addressFor(workspace.id, asked.topic))
  if (!seat) {
    const message = "You have this open in too many windows. Close some of them"
    return Response.json({ error: { reason: "TOO_MANY", message } }, { status: 429 })
  }
  const open = await ctx.database()
  const encoder = new TextEncoder()
  let known = revision
  let finish: () => void = () => {}

  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let over = false
        const send = (text: string) => {
          if (over) return
          if ((controller.desiredSize ?? 0) < -MOST_WAITING) return finish()
          controller.enqueue(encoder.encode(text))
        }
        const stateIs = (next: number) => {
          if (next <= known) return
          known = next
          send(eventText("state", { revision: next }, next))
        }
        const lookAgain = async () => {
          try {
            const now = await look()
            if (over) return
            stateIs(now.revision)
            await markPresent(open, place, user.id, now.ctx.clock())
            send(eventText("beat", { now: now.ctx.clock() }))
          } catch (error) {
            const refused = error instanceof PlumblineError && error.code !== "UNAVAILABLE"
            if (refused) {
              send(eventText("end", { reason: error.message }))
              finish()
            } else log.warn({ err: error, topic: asked.topic }, "a live page could not be checked")
          }
        }
        // One look at a time, and nobody is noted as present after they left.
        let looking = Promise.resolve()
        const check = () => {
          looking = looking.then(lookAgain)
        }
        const timer = setInterval(check, beatMs)
        const unsubscribe = hubOf(open).subscribe(workspace.id, asked.topic, {
          onMessage: (message) =>
            message.kind === "state" ? stateIs(message.revision) : send(eventText("people", {})),
          onGap: () => {
            send(eventText("people", {}))
            check()
          },
        })
        finish = () => {
          if (over) return
          over = true
          clearInterval(timer)
          unsubscribe()
          if (seat.leave().last) {
            looking
              .then(() => markLeft(open, place, user.id, ctx.clock()))
              .catch((error) => log.warn({ err: error }, "a leaving could not be noted"))
          }
          try {
            controller.close()
          } catch {
            // The reader closed it first.
          }
        }
        request.signal.addEventListener("abort", () => finish(), { once: true })
        const behind = asked.since !== null && asked.since < known
        send(`retry: 2000\n\n${eventText("hello", { revision: known, behind, now: ctx.clock() }, known)}`)
        // What was published between looking and listening would be lost otherwise.
        void hubOf(open).ready().then(check)
      },
      cancel: () => finish(),
    },
    { highWaterMark: 0 },
  )
  return new Response(stream, { headers: HEADERS })
}
