"use client"
import { useQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"

/** The item that an address names, by id; null when it names none or it cannot be read. */
export function useChosenItem(id: string | null) {
  const trpc = useTRPC()
  const subject = { itemId: id ?? "" }
  const screening = useQuery(
    trpc.dpia.getScreening.queryOptions({ subject }, { enabled: id !== null, retry: false }),
  )
  const key = screening.data?.subject.name
  const item = useQuery(trpc.backlog.getItem.queryOptions({ key: key ?? "" }, { enabled: key !== undefined }))
  return item.data ?? null
}
