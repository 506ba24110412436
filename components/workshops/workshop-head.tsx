"use client"
import { useMutation } from "@tanstack/react-query"
import { type ReactNode, useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import type { State } from "@/components/ui/icon"
import { Menu } from "@/components/ui/menu"
import { PageHead } from "@/components/ui/page-head"
import { notify } from "@/components/ui/toast"
import { isOpen, type WorkshopPhase } from "@/server/workshops/domain/workshop"
import { phaseWords, workshopState } from "./prepare-workshop"
import type { Workshop } from "./workshop-data"

/** Only the end is a state; what goes on is a plain word. */
const END_STATES: Partial<Record<WorkshopPhase, State>> = { closed: "good", ended: "unknown" }

type Props = {
  workshop: Workshop
  leads: boolean
  /** The one next step, and what stands beside it. */
  children?: ReactNode
  refresh: () => Promise<unknown>
}

/** Title, phase, and the steps of the facilitator. */
export function WorkshopHead({ workshop, leads, children, refresh }: Props) {
  const trpc = useTRPC()
  const { workspace } = useWorkspace()
  const [ending, setEnding] = useState(false)
  const end = useMutation(trpc.workshops.endWorkshop.mutationOptions({ onSettled: () => refresh() }))
  const base = `/${workspace.slug}/backlog`
  const open = isOpen(workshop.phase)
  const ended = END_STATES[workshop.phase]
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href)
      notify.success("The link is copied")
    } catch {
      notify.error("The browser does not let this page copy. Take the address from its bar")
    }
  }
  return (
    <>
      <PageHead
        crumbs={[
          { label: "Backlog", href: base },
          { label: "Workshops", href: `${base}/workshops` },
        ]}
        title={workshop.title}
        state={
          <>
            <Chip {...(ended && { state: ended })}>{phaseWords(workshop)}</Chip>
            {workshopState(workshop)}
          </>
        }
        actions={
          <>
            {children}
            <Menu
              trigger={<Button>More</Button>}
              groups={[
                {
                  entries: [
                    { label: "Copy the link", onSelect: () => void copy() },
                    ...(open ? [] : [{ label: "Print the record", onSelect: () => window.print() }]),
                  ],
                },
                ...(open
                  ? [
                      {
                        entries: [
                          {
                            label: "End without a decision",
                            danger: true,
                            disabledReason: leads
                              ? undefined
                              : `${workshop.facilitator.name} facilitates this workshop`,
                            onSelect: () => setEnding(true),
                          },
                        ],
                      },
                    ]
                  : []),
              ]}
            />
          </>
        }
      />
      <ConfirmDialog
        open={ending}
        onOpenChange={setEnding}
        title="End without a decision"
        description="No score is written and no order is decided. What was revealed stays readable, and nobody can go on."
        action="End the workshop"
        ask={{ kind: "reason", label: "Why it ends" }}
        onConfirm={async (reason) => {
          await end.mutateAsync({ id: workshop.id, reason })
        }}
      />
    </>
  )
}
