import { useRef } from "react"

/** Where focus belongs when a dialog closes: a menu entry is gone by then, so its menu's button takes its place. */
function home(element: Element | null): HTMLElement | null {
  const trigger = element?.closest('[role="menu"]')?.getAttribute("aria-labelledby")
  const target = trigger ? document.getElementById(trigger) : element
  return target instanceof HTMLElement ? target : null
}

/** Handlers for a Radix dialog that is opened by state instead of a trigger: focus goes back to where it was. */
export function useReturnFocus(startAtTop = false) {
  const before = useRef<HTMLElement | null>(null)
  return {
    onOpenAutoFocus: (event: Event) => {
      before.current = home(document.activeElement)
      if (!startAtTop || !(event.currentTarget instanceof HTMLElement)) return
      event.preventDefault()
      event.currentTarget.focus()
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault()
      if (before.current?.isConnected) before.current.focus()
    },
  }
}
