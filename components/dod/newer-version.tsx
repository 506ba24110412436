"use client"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPCClient } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { notify } from "@/components/ui/toast"
import type { Subject } from "@/server/dod/domain/deliverable"
import type { Checklist } from "./done-data"
import { useChecklistChanged } from "./use-checklist"

type Props = {
  subject: Subject
  newer: NonNullable<Checklist["newer"]>
  /** Of the checklist, as it is shown. */
  version: number
  reason: string | undefined
}

/** A newer version of the Definition of Done is published: what is different, and the move to it. */
export function NewerVersion({ subject, newer, version, reason }: Props) {
  const api = useTRPCClient()
  const changed = useChecklistChanged()
  const [pending, setPending] = useState(false)
  const move = async () => {
    setPending(true)
    try {
      const { kept, opened } = await api.dod.upgradeChecklist.mutate({ subject, version })
      notify.success(`Moved to version ${newer.version}: ${kept} answers kept, ${opened} to give again`)
    } catch (error) {
      notify.error(`It was not moved. ${errorMessage(error)}`)
    }
    await changed()
    setPending(false)
  }
  const parts = [
    newer.added > 0 && `${newer.added} new`,
    newer.changed > 0 && `${newer.changed} changed`,
    newer.removed > 0 && `${newer.removed} gone`,
  ].filter(Boolean)
  return (
    <div className="dod-newer">
      <Notice state="later">
        <b>Version {newer.version} is published.</b> {parts.length > 0 ? `Checks: ${parts.join(", ")}. ` : ""}
        {newer.note ? `${newer.note} ` : ""}Answers to checks that ask the same are kept.{" "}
        <Button size="small" pending={pending} disabledReason={reason} onClick={() => void move()}>
          Move to version {newer.version}
        </Button>
      </Notice>
    </div>
  )
}
