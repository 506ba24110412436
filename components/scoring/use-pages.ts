"use client"
import { useCallback, useState } from "react"
import { PAGE_SIZE } from "./prepare-address"

/** The pages after the first that cover rows `first` to `last`, both included. */
export function pagesBeyondFirst(first: number, last: number): number[] {
  const from = Math.max(1, Math.floor(first / PAGE_SIZE))
  const to = Math.floor(last / PAGE_SIZE)
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}

/** Which pages of a long list the reader has scrolled to. */
export function usePages() {
  const [pages, setPages] = useState<readonly number[]>([])
  const show = useCallback((first: number, last: number) => {
    const wanted = pagesBeyondFirst(first, last)
    setPages((before) => (before.join() === wanted.join() ? before : wanted))
  }, [])
  return [pages, show] as const
}
