"use client"
import { type ReactNode, useEffect } from "react"
import { Toaster as Sonner, toast } from "sonner"
import { Button } from "./button"
import { Icon, type State } from "./icon"

export function ToastView({ onReady }: { onReady: () => void }) {
  useEffect(onReady, [onReady])
  return <Sonner position="bottom-right" containerAriaLabel="Messages" visibleToasts={3} />
}

export type Message = {
  state: State
  text: ReactNode
  milliseconds: number
  action?: { label: string; run: () => void }
}

export function showToast({ state, text, milliseconds, action }: Message) {
  toast.custom(
    (id) => {
      const act = () => {
        toast.dismiss(id)
        action?.run()
      }
      return (
        <div className="toast">
          <Icon name={state} className={state} />
          <span className="what">{text}</span>
          {action ? (
            <Button size="small" onClick={act}>
              {action.label}
            </Button>
          ) : null}
          <Button size="small" variant="quiet" onClick={() => toast.dismiss(id)}>
            Close
          </Button>
        </div>
      )
    },
    { duration: milliseconds, unstyled: true },
  )
}
