"use client"
import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState, useSyncExternalStore } from "react"
import { conflictWith, errorMessage } from "@/components/api/errors"
import { useTRPC, useTRPCClient } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { draftStorage } from "./draft-storage"
import { createScoreDrafts, type Given, type Outcome, type ScoreDrafts } from "./score-drafts"

type Stale = Given & { itemId: string }

function failure(error: unknown, itemId: string): Outcome {
  const current = conflictWith<Stale[] | object | null>(error)
  const mine = Array.isArray(current) ? (current as Stale[]).find((row) => row.itemId === itemId) : undefined
  const theirs = mine && { inputs: mine.inputs, note: mine.note, version: mine.version }
  return { ok: false, message: errorMessage(error), ...(theirs && { theirs }) }
}

/** The person's own entries of one framework version: saved row by row, kept over a reload until they are. */
export function useScoreDrafts(frameworkId: string, renewAfterSave: boolean): ScoreDrafts {
  const api = useTRPCClient()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { workspace, me } = useWorkspace()
  const renew = useRef(renewAfterSave)
  renew.current = renewAfterSave
  const [{ drafts, storage }] = useState(() => {
    const storage = draftStorage(workspace.id, me.id, frameworkId)
    let timer: ReturnType<typeof setTimeout> | undefined
    const drafts = createScoreDrafts({
      keep: storage.keep,
      save: async ({ itemId, inputs, note, version }) => {
        try {
          const scores = [{ itemId, inputs, version, ...(note !== undefined && { note }) }]
          const { saved } = await api.scoring.saveScores.mutate({ frameworkId, scores })
          return { ok: true, version: saved[0]?.version ?? version + 1 }
        } catch (error) {
          return failure(error, itemId)
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
  useEffect(() => {
    drafts.restore(storage.recall())
    const online = () => drafts.retryAll()
    const leave = () => drafts.flushAll()
    window.addEventListener("online", online)
    window.addEventListener("pagehide", leave)
    return () => {
      window.removeEventListener("online", online)
      window.removeEventListener("pagehide", leave)
      drafts.flushAll()
    }
  }, [drafts, storage])
  return drafts
}

/** How many rows are not saved, and how many of these failed. */
export function useUnsaved(drafts: ScoreDrafts) {
  const unsaved = useSyncExternalStore(drafts.subscribe, drafts.unsaved, () => 0)
  const failed = useSyncExternalStore(drafts.subscribe, drafts.failed, () => 0)
  return { unsaved, failed }
}

export function useDraft(drafts: ScoreDrafts, itemId: string) {
  return useSyncExternalStore(
    drafts.subscribe,
    () => drafts.row(itemId),
    () => undefined,
  )
}
