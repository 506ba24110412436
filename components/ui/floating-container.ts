import { useState } from "react"

/** Inside <main>, so that what floats stays inside a landmark; in front of an open dialog, which hides <main>, on the body. */
function containerNow(): HTMLElement | null {
  const dialog = document.querySelector(
    '[role="dialog"][data-state="open"], [role="alertdialog"][data-state="open"]',
  )
  return dialog ? null : document.querySelector("main")
}

/** Where a menu or tooltip is put: decided anew at each opening. Give `onOpenChange` to the root, `container` to the portal. */
export function useFloatingContainer() {
  const [container, setContainer] = useState<HTMLElement | null>(null)
  return { container, onOpenChange: (open: boolean) => open && setContainer(containerNow()) }
}
