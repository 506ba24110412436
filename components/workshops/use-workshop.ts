"use client"
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { useCallback, useMemo, useRef } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useLiveTopic } from "@/components/live/use-live-topic"
import { isOpen, topicOf } from "@/server/workshops/domain/workshop"
import type { WorkshopPeople } from "./workshop-data"

const withMe = (listed: WorkshopPeople, me: string): WorkshopPeople => ({
  ...listed,
  people: listed.people.map((person) => (person.userId === me ? { ...person, present: true } : person)),
})

/** News that arrive together are read once. */
const GATHER_MS = 120

/** The workshop and its people, kept in step with everybody else's screen. */
export function useWorkshop(id: string) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { workspace, me } = useWorkspace()
  const workshop = useSuspenseQuery(trpc.workshops.getWorkshop.queryOptions({ id })).data
  const listed = useSuspenseQuery(trpc.workshops.listPeople.queryOptions({ id })).data
  // Whoever looks at this page is here, whatever the last list said.
  const people = useMemo(() => withMe(listed, me.id), [listed, me.id])
  const waiting = useRef(new Map<string, ReturnType<typeof setTimeout>>())
  const onNews = useCallback(
    (news: "state" | "people") => {
      if (waiting.current.has(news)) return
      const read = () => {
        waiting.current.delete(news)
        const query = news === "state" ? trpc.workshops.getWorkshop : trpc.workshops.listPeople
        void queries.invalidateQueries({ queryKey: query.queryKey({ id }) })
      }
      waiting.current.set(news, setTimeout(read, GATHER_MS))
    },
    [queries, trpc, id],
  )
  const live = useLiveTopic({
    workspace: workspace.slug,
    topic: topicOf(id),
    revision: workshop.revision,
    active: isOpen(workshop.phase),
    onNews,
  })
  const refresh = useCallback(
    () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: trpc.workshops.getWorkshop.queryKey({ id }) }),
        queries.invalidateQueries({ queryKey: trpc.workshops.listPeople.queryKey({ id }) }),
      ]),
    [queries, trpc, id],
  )
  return { workshop, people, live, refresh }
}
