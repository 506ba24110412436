import {
  clockOffset,
  type LiveState,
  liveAddress,
  POLL_MS,
  SILENCE_MS,
  stateAfterFailure,
  waitBefore,
} from "./prepare-live"

export type LiveView = { state: LiveState; offset: number; reason: string | null }
export type LiveNews = "state" | "people"

type Options = {
  workspace: string
  topic: string
  /** The revision of the data on the page. */
  known: () => number
  /** Something is newer than what the page has: read it again. */
  onNews: (news: LiveNews) => void
}

/** Keeps one page in step with its topic: server-sent events, coming back by itself, asking only while that fails. */
export function createLiveConnection({ workspace, topic, known, onNews }: Options) {
  const listeners = new Set<() => void>()
  let view: LiveView = { state: "connecting", offset: 0, reason: null }
  let source: EventSource | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let watchdog: ReturnType<typeof setTimeout> | undefined
  let poll: ReturnType<typeof setInterval> | undefined
  let failures = 0

  const show = (next: Partial<LiveView>) => {
    const changed = { ...view, ...next }
    if (JSON.stringify(changed) === JSON.stringify(view)) return
    view = changed
    for (const listener of listeners) listener()
  }
  const hush = () => {
    source?.close()
    source = undefined
    clearTimeout(watchdog)
    clearTimeout(retry)
  }
  const stopPolling = () => {
    clearInterval(poll)
    poll = undefined
  }
  const readAgain = () => {
    onNews("state")
    onNews("people")
  }
  const failed = () => {
    hush()
    if (view.state === "ended") return
    failures++
    const state = stateAfterFailure(failures)
    if (state === "polling") poll ??= setInterval(readAgain, POLL_MS)
    show({ state })
    retry = setTimeout(connect, waitBefore(failures, Math.random()))
  }
  const alive = () => {
    clearTimeout(watchdog)
    watchdog = setTimeout(failed, SILENCE_MS)
  }
  const read = <T>(event: Event): T => JSON.parse((event as MessageEvent<string>).data) as T

  function connect(): void {
    hush()
    alive()
    source = new EventSource(liveAddress(workspace, topic, known()))
    source.addEventListener("error", failed)
    source.addEventListener("hello", (event) => {
      const { revision, now } = read<{ revision: number; now: string }>(event)
      failures = 0
      stopPolling()
      alive()
      show({ state: "live", offset: clockOffset(now, Date.now()), reason: null })
      if (revision > known()) onNews("state")
      onNews("people")
    })
    source.addEventListener("state", (event) => {
      alive()
      if (read<{ revision: number }>(event).revision > known()) onNews("state")
    })
    source.addEventListener("people", () => {
      alive()
      onNews("people")
    })
    source.addEventListener("beat", (event) => {
      alive()
      const offset = clockOffset(read<{ now: string }>(event).now, Date.now())
      // A clock that drifts by less than this is noise of the network.
      if (Math.abs(offset - view.offset) > 500) show({ offset })
    })
    source.addEventListener("end", (event) => {
      hush()
      stopPolling()
      show({ state: "ended", reason: read<{ reason: string }>(event).reason })
      onNews("state")
    })
  }

  const away = () => {
    hush()
    if (view.state !== "ended") show({ state: "lost" })
  }
  const back = () => {
    if (view.state !== "ended") connect()
  }
  return {
    view: () => view,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Begins, and returns how to stop. */
    open() {
      connect()
      window.addEventListener("offline", away)
      window.addEventListener("online", back)
      return () => {
        window.removeEventListener("offline", away)
        window.removeEventListener("online", back)
        hush()
        stopPolling()
      }
    },
  }
}
