"use client"
import { useShortcuts } from "@/components/shell/use-shortcuts"

type Keys = {
  step: (by: 1 | -1) => void
  open: () => void
  select: () => void
  create: () => void
  search: () => void
  editTitle: () => void
  reorder: (by: 1 | -1) => void
  extend: (by: 1 | -1) => void
  selectAll: () => void
  clear: () => void
}

/** The keys of a list of items. */
export function useListKeys(keys: Keys) {
  useShortcuts([
    { keys: "j", label: "Next", hint: true, run: () => keys.step(1) },
    { keys: "k", label: "Previous", hint: true, run: () => keys.step(-1) },
    { keys: "Enter", label: "Open", hint: true, run: keys.open },
    { keys: "x", label: "Select", hint: true, run: keys.select },
    { keys: "shift+ArrowUp", label: "Select up to the row above", run: () => keys.extend(-1) },
    { keys: "shift+ArrowDown", label: "Select down to the row below", run: () => keys.extend(1) },
    { keys: "mod+a", label: "Select all items that match", run: keys.selectAll },
    { keys: "c", label: "Create item", run: keys.create },
    { keys: "/", label: "Search items", run: keys.search },
    { keys: "F2", label: "Edit title", run: keys.editTitle },
    { keys: "alt+ArrowUp", label: "Move up", hint: true, run: () => keys.reorder(-1) },
    { keys: "alt+ArrowDown", label: "Move down", hint: true, run: () => keys.reorder(1) },
    { keys: "Escape", label: "Clear the selection", run: keys.clear },
  ])
}
