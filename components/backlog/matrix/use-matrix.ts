"use client"
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query"
import { useRef } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC, useTRPCClient } from "@/components/api/trpc"
import { announce } from "@/components/shell/announcer"
import { notify } from "@/components/ui/toast"
import { createQueue } from "../queue"
import type { OfferUndo } from "../use-undo"
import type { Matrix, MatrixItem } from "./matrix-data"
import { axesIn, type MatrixAddress, matrixInput, mineOn, valueWords } from "./prepare-matrix"

type Inputs = Record<string, number | null>

/** The matrix of an address, and writing one's own values by it. */
export function useMatrix(address: MatrixAddress, frameworkKey: string, offerUndo: OfferUndo) {
  const trpc = useTRPC()
  const api = useTRPCClient()
  const queries = useQueryClient()
  const queue = useRef(createQueue())
  const versions = useRef(new Map<string, number>())
  const options = trpc.scoring.plotItems.queryOptions(matrixInput(address, frameworkKey))
  const query = useQuery({ ...options, placeholderData: keepPreviousData })
  const matrix = query.data

  const send = (item: MatrixItem, inputs: Inputs) =>
    queue.current(item.id, async () => {
      if (!matrix) return false
      const frameworkId = matrix.framework.id
      const name = `${frameworkId} ${item.id}`
      const version = Math.max(item.mine?.version ?? 0, versions.current.get(name) ?? 0)
      try {
        const { saved } = await api.scoring.saveScores.mutate({
          frameworkId,
          scores: [{ itemId: item.id, inputs, version }],
        })
        versions.current.set(name, saved[0]?.version ?? version)
        await queries.invalidateQueries({ queryKey: trpc.scoring.pathKey() })
        return true
      } catch (error) {
        notify.error(`${item.key} was not moved. ${errorMessage(error)}`)
        await queries.invalidateQueries({ queryKey: trpc.scoring.pathKey() })
        return false
      }
    })

  /** Writes my values of an item: shown at once where only mine count, with an undo. `quietly`: by key. */
  const place = (item: MatrixItem, values: { x: number; y: number }, quietly = false) => {
    if (!matrix) return
    const axes = axesIn(matrix)
    const before = mineOn(axes, item)
    if (before.x === values.x && before.y === values.y) return
    const inputs = (of: { x: number | null; y: number | null }): Inputs => ({
      [axes.x.key]: of.x,
      [axes.y.key]: of.y,
    })
    queries.setQueryData<Matrix>(options.queryKey, (shown) => shown && placed(shown, item, values))
    void send(item, inputs(values)).then((done) => {
      if (!done) return
      const words = `Your values for ${item.key}: ${valueWords(axes, values)}`
      offerUndo(words, () => send(item, inputs(before)), quietly)
      announce(words)
    })
  }

  return {
    matrix,
    error: matrix ? null : query.error,
    retry: () => void query.refetch(),
    renewing: query.isPlaceholderData,
    place,
  }
}

/** The matrix before the server answers: a dot moves at once where no other scorer holds it. */
function placed(matrix: Matrix, item: MatrixItem, values: { x: number; y: number }): Matrix {
  const axes = axesIn(matrix)
  const mine = {
    inputs: { ...item.mine?.inputs, [axes.x.key]: values.x, [axes.y.key]: values.y },
    version: item.mine?.version ?? 0,
  }
  const present = matrix.dots.find(({ id }) => id === item.id)
  const alone = !present || matrix.onlyMine || (present.scorers === 1 && present.mine !== null)
  const dot = {
    ...item,
    scorers: present?.scorers ?? 1,
    x: present?.x ?? values.x,
    y: present?.y ?? values.y,
    mine,
  }
  const moved = alone ? { ...dot, ...values } : dot
  const beside = matrix.unplaced.filter(({ id }) => id !== item.id)
  return {
    ...matrix,
    dots: present ? matrix.dots.map((one) => (one.id === item.id ? moved : one)) : [...matrix.dots, moved],
    unplaced: beside,
    unplacedTotal: matrix.unplacedTotal - (matrix.unplaced.length - beside.length),
  }
}
