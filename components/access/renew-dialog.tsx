"use client"
import { useQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import RequestDialog from "./request-dialog"

/** The dialog for a renewal that the address names; nothing until the access is read. */
export default function RenewDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.access.getRequest.queryOptions({ id }))
  return data ? <RequestDialog before={{ request: data, as: "renewal" }} onClose={onClose} /> : null
}
