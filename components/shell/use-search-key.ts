"use client"
import { useRef } from "react"
import { useShortcuts } from "./use-shortcuts"

/** A ref for the search field of the page, which the key "/" then leads to. */
export function useSearchKey(label: string) {
  const field = useRef<HTMLInputElement>(null)
  useShortcuts([{ keys: "/", label, hint: true, run: () => field.current?.focus() }])
  return field
}
