"use client"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useDeferredValue, useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import type { AssetListed } from "./catalog-data"

const choiceOf = ({ id, name, product }: AssetListed) => ({ value: id, label: name, hint: product?.name })

type Asked = { /** The asset that is chosen, named also when it is not among those found. */ chosen?: string }

/** Data assets to choose from, found on the server by what is typed: however many there are, each can be found. */
export function useAssetChoices({ chosen }: Asked = {}) {
  const trpc = useTRPC()
  const [typed, setTyped] = useState("")
  const search = useDeferredValue(typed.trim().slice(0, 200))
  const { data } = useQuery(
    trpc.catalog.listAssets.queryOptions({ filter: { search } }, { placeholderData: keepPreviousData }),
  )
  const found = data?.assets ?? []
  const missing = data !== undefined && chosen !== undefined && found.every(({ id }) => id !== chosen)
  const { data: named } = useQuery(
    trpc.catalog.listAssets.queryOptions(
      { filter: { ids: chosen === undefined ? [] : [chosen] } },
      { enabled: missing },
    ),
  )
  // Only while nothing is typed: then it would stand among what was not found by it.
  const more = missing && search === "" ? (named?.assets ?? []) : []
  return { typed, options: [...found, ...more].map(choiceOf), onType: setTyped, total: data?.total ?? 0 }
}
