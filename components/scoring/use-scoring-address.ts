"use client"
import { usePathname, useSearchParams } from "next/navigation"
import { useCallback, useMemo } from "react"
import { addressHref, parseAddress, type ScoringAddress } from "./prepare-address"

/** The view in the address, and its setter. The address changes without a visit to the server. */
export function useScoringAddress() {
  const path = usePathname()
  const text = useSearchParams().toString()
  const address = useMemo(() => parseAddress(new URLSearchParams(text)), [text])
  const hrefOf = useCallback(
    (change: Partial<ScoringAddress>) => addressHref(path, { ...address, ...change }),
    [path, address],
  )
  const setAddress = useCallback(
    (change: Partial<ScoringAddress>) => window.history.replaceState(null, "", hrefOf(change)),
    [hrefOf],
  )
  return { address, hrefOf, setAddress }
}
