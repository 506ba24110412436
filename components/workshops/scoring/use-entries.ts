"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useState, useSyncExternalStore } from "react"
import { useTRPC, useTRPCClient } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { draftStorage } from "@/components/scoring/grid/draft-storage"
import { saveFailure } from "@/components/scoring/grid/save-failure"
import { createScoreDrafts } from "@/components/scoring/grid/score-drafts"
import { useKeptDrafts } from "@/components/scoring/grid/use-kept-drafts"

/**
 * The person's own values of a round: saved item by item a moment after they are entered, kept over a reload and a lost
 * connection until they are. Of two windows of the same person the one written last counts.
 */
export function useEntries(workshopId: string, round: number) {
  const api = useTRPCClient()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { workspace, me } = useWorkspace()
  const [{ drafts, storage }] = useState(() => {
    const storage = draftStorage({ workspaceId: workspace.id, userId: me.id }, `${workshopId}-${round}`)
    const drafts = createScoreDrafts({
      keep: storage.keep,
      save: async ({ itemId, inputs, note, version }) => {
        try {
          const entries = [{ itemId, inputs, version, ...(note !== undefined && { note }) }]
          const { saved } = await api.workshops.saveEntries.mutate({ id: workshopId, round, entries })
          return { ok: true, version: saved[0]?.version ?? version + 1 }
        } catch (error) {
          const outcome = saveFailure(error, itemId)
          if (!outcome.ok && outcome.theirs) setTimeout(() => drafts.resolve(itemId, true))
          return outcome
        }
      },
      onSaved: () =>
        void queries.invalidateQueries({
          queryKey: trpc.workshops.getWorkshop.queryKey({ id: workshopId }),
          refetchType: "none",
        }),
    })
    return { drafts, storage }
  })
  useKeptDrafts(drafts, storage)
  // Every change of any row draws the pane anew: it shows one item and the progress over all.
  const [changes] = useState(() => ({ count: 0 }))
  useSyncExternalStore(
    (listener) =>
      drafts.subscribe(() => {
        changes.count++
        listener()
      }),
    () => changes.count,
    () => 0,
  )
  return drafts
}
