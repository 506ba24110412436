"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useUndo } from "@/components/backlog/use-undo"
import { notify } from "@/components/ui/toast"
import type { InitiativeRow } from "@/server/strategy/domain/initiative-row"
import type { Roadmap } from "../strategy-data"
import { useRefreshStrategy } from "../use-refresh-strategy"
import { movedBy, quartersWords } from "./prepare-roadmap"

/** Moves an initiative by quarters: at once on the screen, with undo; a stale move shows what stands now. */
export function useRoadmapMove() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const refresh = useRefreshStrategy()
  const offerUndo = useUndo()
  const { queryKey } = trpc.strategy.listInitiatives.queryOptions({})
  const { mutateAsync: update } = useMutation(trpc.strategy.updateInitiative.mutationOptions())
  const show = (id: string, change: (row: InitiativeRow) => InitiativeRow) =>
    queries.setQueryData<Roadmap>(queryKey, (roadmap) =>
      roadmap
        ? { ...roadmap, initiatives: roadmap.initiatives.map((row) => (row.id === id ? change(row) : row)) }
        : roadmap,
    )

  async function move(id: string, quarters: number, undoing = false): Promise<void> {
    const row = queries.getQueryData<Roadmap>(queryKey)?.initiatives.find((one) => one.id === id)
    if (!row || quarters === 0) return
    const next = movedBy(row, quarters)
    show(id, () => next)
    try {
      const { startQuarter, endQuarter } = next
      const { version } = await update({ id, version: row.version, changes: { startQuarter, endQuarter } })
      show(id, (now) => ({ ...now, version }))
      if (undoing) notify.success(`Moved ${row.name} back to ${quartersWords(next)}`)
      else offerUndo(`Moved ${row.name} to ${quartersWords(next)}`, () => move(id, -quarters, true))
    } catch (error) {
      notify.error(errorMessage(error))
    }
    await refresh()
  }
  return (id: string, quarters: number) => void move(id, quarters)
}
