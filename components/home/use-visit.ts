"use client"
import { useMutation } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"

/**
 * When the reader was here last, before this visit. A visit lasts as long as the browser's tab, so that a reload does
 * not turn this morning's news into old news.
 */
export function useVisit(lastVisit: string | null): string | null {
  const trpc = useTRPC()
  const { workspace } = useWorkspace()
  const [since, setSince] = useState(lastVisit)
  const { mutate } = useMutation(trpc.members.recordVisit.mutationOptions())
  const first = useRef(lastVisit)
  useEffect(() => {
    const key = `plumbline_visit_${workspace.id}`
    try {
      const begun = sessionStorage.getItem(key)
      if (begun === null) sessionStorage.setItem(key, first.current ?? "")
      else setSince(begun || null)
    } catch {
      // Storage may be refused; the visit then begins anew with each reload.
    }
    mutate({})
  }, [workspace.id, mutate])
  return since
}
