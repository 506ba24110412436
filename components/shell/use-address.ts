"use client"
import { useSearchParams } from "next/navigation"
import { useCallback, useMemo } from "react"

/** The address of the page holds its state. Changes stay in the browser: the page is not asked for again. */
export function useAddress() {
  const params = useSearchParams()
  const current = useMemo(() => new URLSearchParams(params.toString()), [params])
  const replace = useCallback((next: URLSearchParams) => {
    const query = next.toString()
    window.history.replaceState(null, "", query ? `?${query}` : window.location.pathname)
  }, [])
  const set = useCallback(
    (name: string, value: string | null) => {
      const next = new URLSearchParams(window.location.search)
      if (value === null) next.delete(name)
      else next.set(name, value)
      replace(next)
    },
    [replace],
  )
  return { params: current, replace, set }
}
