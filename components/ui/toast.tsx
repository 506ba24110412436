"use client"
import { useEffect, useState } from "react"
import { useFirstInteraction } from "./first-interaction"
import type { Message } from "./toast-view"

type View = typeof import("./toast-view")

// The library is fetched at the first interaction, so that a page is not kept waiting for messages nobody has yet.
let fetched: View | undefined
let open: (view: View) => void = () => {}
let ready: () => void = () => {}
const mounted = new Promise<void>((resolve) => {
  ready = resolve
})
async function load() {
  fetched = await import("./toast-view")
  open(fetched)
  return fetched
}

/** Once per page, at the end of the shell. */
export function Toaster() {
  const [view, setView] = useState<View>()
  useEffect(() => {
    open = setView
    if (fetched) setView(fetched)
  }, [])
  useFirstInteraction(load)
  return view ? <view.ToastView onReady={ready} /> : null
}

async function show(message: Message) {
  const view = await load()
  await mounted
  view.showToast(message)
}

type ErrorToast = {
  requestId?: string
  retry?: () => void
  /** Where the way out is. */
  open?: { label: string; run: () => void }
}

/** Short messages about what was just done. They are spoken; what has to stay belongs on the page. */
export const notify = {
  success: (text: string) => void show({ state: "good", text, milliseconds: 5_000 }),
  /** Done already, and can be taken back for ten seconds. */
  undo: (text: string, undo: () => void) =>
    void show({ state: "good", text, milliseconds: 10_000, action: { label: "Undo", run: undo } }),
  /** Done, and there is something to mind. */
  warning: (text: string, action: { label: string; run: () => void }) =>
    void show({ state: "warning", text, milliseconds: 10_000, action }),
  /** Stays until it is closed. */
  error: (text: string, { requestId, retry, open }: ErrorToast = {}) => {
    const words = (
      <>
        {text}
        {requestId ? <span className="sub">Request {requestId}</span> : null}
      </>
    )
    const action = open ?? (retry && { label: "Try again", run: retry })
    void show({ state: "bad", text: words, milliseconds: Number.POSITIVE_INFINITY, action })
  },
}
