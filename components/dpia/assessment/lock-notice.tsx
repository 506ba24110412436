"use client"
import { useMutation } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { shortDate } from "@/components/ui/prepare-relative-time"
import { isLocked } from "./prepare-stops"
import { useAssessment } from "./use-assessment"

const ConfirmDialog = dynamic(
  () => import("@/components/ui/confirm-dialog").then((module) => module.ConfirmDialog),
  { ssr: false },
)

/** Why the assessment is only read now, and the way to write in it again. */
export function LockNotice() {
  const trpc = useTRPC()
  const { may, now } = useWorkspace()
  const { assessment, refresh } = useAssessment()
  const [open, setOpen] = useState(false)
  const reopen = useMutation(trpc.dpia.reopenAssessment.mutationOptions({ onSuccess: refresh }))
  const { state, version, archived, approval } = assessment
  if (state === "refused" && approval?.note) {
    return (
      <Notice state="bad">
        <b>Version {approval.version} was refused.</b> {approval.note}
      </Notice>
    )
  }
  if (state === "changes_asked" && approval?.note) {
    return (
      <Notice state="warning">
        <b>Changes were asked for.</b> {approval.note}
      </Notice>
    )
  }
  if (!isLocked(state)) return null
  const words =
    state === "archived"
      ? `Archived by ${archived?.by.name} on ${shortDate(archived?.at ?? now, now)}: ${archived?.reason}`
      : state === "approved"
        ? `Version ${version} is approved.`
        : `Version ${version} waits for approval.`
  const then =
    state === "archived" ? "It can be taken out of the archive." : `A change begins version ${version + 1}.`
  return (
    <Notice state={state === "approved" ? "good" : "later"}>
      <b>{words}</b> {then}{" "}
      {may("dpia.edit").ok ? (
        <Button size="small" onClick={() => setOpen(true)}>
          Reopen
        </Button>
      ) : null}
      {open ? (
        <ConfirmDialog
          open
          danger={false}
          onOpenChange={setOpen}
          title={`Reopen ${assessment.key}?`}
          description={
            state === "archived"
              ? "It can be written in again."
              : `Version ${version + 1} begins, and the ${state === "approved" ? "approval" : "request"} of version ${version} is outdated at once.`
          }
          action="Reopen assessment"
          ask={{ kind: "reason" }}
          onConfirm={async (reason) => {
            await reopen.mutateAsync({ id: assessment.id, reason })
          }}
        />
      ) : null}
    </Notice>
  )
}
