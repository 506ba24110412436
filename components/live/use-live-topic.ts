"use client"
import { useEffect, useRef, useState, useSyncExternalStore } from "react"
import { createLiveConnection, type LiveNews, type LiveView } from "./live-connection"

type Options = {
  workspace: string
  topic: string
  revision: number
  /** False while there is nothing to wait for: no connection is kept. */
  active: boolean
  onNews: (news: LiveNews) => void
}

const before: LiveView = { state: "connecting", offset: 0, reason: null }

/** Keeps the page in step with a topic of the server. Moving to another topic needs another `key` above. */
export function useLiveTopic({ workspace, topic, revision, active, onNews }: Options): LiveView {
  const latest = useRef({ revision, onNews })
  latest.current = { revision, onNews }
  const [connection] = useState(() =>
    createLiveConnection({
      workspace,
      topic,
      known: () => latest.current.revision,
      onNews: (news) => latest.current.onNews(news),
    }),
  )
  useEffect(() => (active ? connection.open() : undefined), [connection, active])
  return useSyncExternalStore(connection.subscribe, connection.view, () => before)
}
