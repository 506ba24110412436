"use client"
import { Kbd } from "@/components/ui/kbd"
import { useRegisteredShortcuts } from "./use-shortcuts"

/** The keys of the page (shortcuts registered with `hint`) and, at the right, whose data of when this is. */
export function PageFoot({ note }: { note?: string }) {
  const hints = useRegisteredShortcuts().filter((shortcut) => shortcut.hint)
  return (
    <footer className="foot">
      {hints.map((hint) => (
        <span key={hint.normal} className="keys">
          <Kbd keys={hint.keys} /> {hint.label.charAt(0).toLowerCase() + hint.label.slice(1)}
        </span>
      ))}
      <span className="keys">
        <kbd>?</kbd> all shortcuts
      </span>
      {note ? <span className="right">{note}</span> : null}
    </footer>
  )
}
