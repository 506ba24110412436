"use client"
import { Tooltip as Radix } from "radix-ui"
import type { ReactElement } from "react"
import { useFloatingContainer } from "./floating-container"

/** A few words about something that can be focused. Never the only place where a thing is said. */
export function Tooltip({ text, children }: { text: string; children: ReactElement }) {
  const floating = useFloatingContainer()
  return (
    <Radix.Provider delayDuration={300}>
      <Radix.Root onOpenChange={floating.onOpenChange}>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal container={floating.container}>
          <Radix.Content className="tip" sideOffset={4} collisionPadding={8}>
            {text}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  )
}
