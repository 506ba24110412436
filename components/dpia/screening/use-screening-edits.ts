"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import { conflictWith, errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { notify } from "@/components/ui/toast"
import type { ScreeningChanges, SubjectAddress } from "@/server/dpia/domain/screening-input"
import type { ScreeningDetails } from "@/server/dpia/domain/screening-row"
import { clashesOf, withChanges } from "./prepare-screening"

type Conflict = { changes: ScreeningChanges; theirs: ScreeningDetails }

/**
 * Saves each answer as it is given, one after the other, because each save needs the lock that the one before gave back.
 * What is shown changes at once; a conflict that changes nothing of mine is settled silently.
 */
export function useScreeningEdits(address: SubjectAddress, screening: ScreeningDetails) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const key = trpc.dpia.getScreening.queryKey({ subject: address })
  const { mutateAsync } = useMutation(trpc.dpia.answerScreening.mutationOptions())
  const lock = useRef(screening.lock)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const waiting = useRef(0)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  useEffect(() => {
    if (waiting.current === 0) lock.current = screening.lock
  }, [screening.lock])

  const show = (change: (before: ScreeningDetails) => ScreeningDetails) =>
    queries.setQueryData(
      key,
      (before) => before && { ...before, screening: before.screening && change(before.screening) },
    )

  const send = async (changes: ScreeningChanges): Promise<void> => {
    try {
      const saved = await mutateAsync({ id: screening.id, lock: lock.current, changes })
      lock.current = saved.lock
      show((before) => ({ ...before, lock: saved.lock, version: saved.version, verdict: saved.verdict }))
    } catch (error) {
      const theirs = conflictWith<ScreeningDetails>(error)
      if (!theirs) {
        notify.error(errorMessage(error))
        throw error
      }
      lock.current = theirs.lock
      if (clashesOf(changes, theirs).length > 0) setConflict({ changes, theirs })
      else await send(changes)
    }
  }

  const save = (changes: ScreeningChanges): Promise<void> => {
    // A reading under way knows nothing of this answer and would take it off the page again.
    void queries.cancelQueries({ queryKey: key }, { revert: false })
    show((before) => withChanges(before, changes))
    waiting.current += 1
    const done = queue.current.then(() => send(changes))
    queue.current = done
      .catch(() => undefined)
      .finally(() => {
        waiting.current -= 1
        if (waiting.current > 0) return
        void queries.invalidateQueries({ queryKey: trpc.dpia.getScreening.queryKey() })
      })
    return done
  }

  const settle = (mine: boolean) => {
    const open = conflict
    setConflict(null)
    if (!open) return
    show(() => open.theirs)
    lock.current = open.theirs.lock
    if (mine) void save(open.changes)
    else void queries.invalidateQueries({ queryKey: key })
  }

  return { save, conflict, settle }
}

export type ScreeningEdits = ReturnType<typeof useScreeningEdits>
