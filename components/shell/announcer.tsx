"use client"
import { useEffect, useState } from "react"

type Urgency = "polite" | "assertive"
type Message = { text: string; urgency: Urgency }
const listeners = new Set<(message: Message) => void>()

/** Speaks a result to screen readers: "12 items", "Moved FUL-207 to rank 3". Nothing is shown. */
export function announce(text: string, urgency: Urgency = "polite") {
  for (const listener of listeners) listener({ text, urgency })
}

/** The two live regions. Once per page, in the shell. */
export function Announcer() {
  const [said, setSaid] = useState<Record<Urgency, string>>({ polite: "", assertive: "" })
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>()
    const listen = ({ text, urgency }: Message) => {
      // Emptied first: the same words twice would otherwise be silent the second time.
      setSaid((before) => ({ ...before, [urgency]: "" }))
      timers.add(setTimeout(() => setSaid((before) => ({ ...before, [urgency]: text })), 60))
    }
    listeners.add(listen)
    return () => {
      listeners.delete(listen)
      for (const timer of timers) clearTimeout(timer)
    }
  }, [])
  return (
    <>
      <output className="sr-only" aria-live="polite">
        {said.polite}
      </output>
      <div className="sr-only" role="alert">
        {said.assertive}
      </div>
    </>
  )
}
