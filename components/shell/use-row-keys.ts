"use client"
import { useRef } from "react"
import { useShortcuts } from "@/components/shell/use-shortcuts"

/** `j` and `k` move the focus along the elements marked `data-row` inside; Enter opens them, as any link. */
export function useRowKeys() {
  const box = useRef<HTMLDivElement>(null)
  const move = (step: 1 | -1) => {
    const rows = [...(box.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])]
    const at = rows.indexOf(document.activeElement as HTMLElement)
    const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + step, 0), rows.length - 1)
    rows[next]?.focus()
  }
  useShortcuts([
    { keys: "j", label: "Next", hint: true, run: () => move(1) },
    { keys: "k", label: "Previous", hint: true, run: () => move(-1) },
  ])
  return box
}
