"use client"
import { useMutation } from "@tanstack/react-query"
import { useEffect } from "react"
import { useTRPC } from "@/components/api/trpc"

/** Notes that somebody is in the workspace, once per page load and after what the page shows was read. */
export function VisitRecorder() {
  const { mutate } = useMutation(useTRPC().members.recordVisit.mutationOptions())
  useEffect(() => {
    const later = setTimeout(() => mutate({}), 3_000)
    return () => clearTimeout(later)
  }, [mutate])
  return null
}
