"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useRef, useState, useSyncExternalStore } from "react"
import { useTRPC, useTRPCClient } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { draftStorage } from "./draft-storage"
import { saveFailure } from "./save-failure"
import { createScoreDrafts, type ScoreDrafts } from "./score-drafts"
import { useKeptDrafts } from "./use-kept-drafts"

/** The person's own entries of one framework version: saved row by row, kept over a reload until they are. */
export function useScoreDrafts(frameworkId: string, renewAfterSave: boolean): ScoreDrafts {
  const api = useTRPCClient()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { workspace, me } = useWorkspace()
  const renew = useRef(renewAfterSave)
  renew.current = renewAfterSave
  const [{ drafts, storage }] = useState(() => {
    const storage = draftStorage({ workspaceId: workspace.id, userId: me.id }, frameworkId)
    let timer: ReturnType<typeof setTimeout> | undefined
    const drafts = createScoreDrafts({
      keep: storage.keep,
      save: async ({ itemId, inputs, note, version }) => {
        try {
          const scores = [{ itemId, inputs, version, ...(note !== undefined && { note }) }]
          const { saved } = await api.scoring.saveScores.mutate({ frameworkId, scores })
          return { ok: true, version: saved[0]?.version ?? version + 1 }
        } catch (error) {
          return saveFailure(error, itemId)
        }
      },
      onSaved: () => {
        void queries.invalidateQueries({ queryKey: trpc.scoring.pathKey(), refetchType: "none" })
        clearTimeout(timer)
        // What others gave appears once one's own score is complete; a pause keeps the rows still while typing.
        timer = setTimeout(() => {
          if (renew.current) void queries.invalidateQueries({ queryKey: trpc.scoring.listScores.pathKey() })
        }, 1500)
      },
    })
    return { drafts, storage }
  })
  useKeptDrafts(drafts, storage)
  return drafts
}

export function useRowDraft(drafts: ScoreDrafts, itemId: string) {
  return useSyncExternalStore(
    drafts.subscribe,
    () => drafts.row(itemId),
    () => undefined,
  )
}
