"use client"
import { useMemo } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { type DraftArea, type DraftStore, draftStore } from "./draft-store"

/** Where a draft of whoever is signed in is kept; without a name nowhere. */
export function useDraftStore(name: string | undefined, area: DraftArea = "tab"): DraftStore {
  const { workspace, me } = useWorkspace()
  return useMemo(
    () => draftStore({ workspaceId: workspace.id, userId: me.id }, name, area),
    [workspace.id, me.id, name, area],
  )
}
