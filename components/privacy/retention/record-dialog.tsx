"use client"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { conflictWith } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useRefreshCatalog } from "@/components/catalog/use-refresh-catalog"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { ChoiceField, ReasonField, TextField } from "@/components/ui/form-fields"
import { Notice } from "@/components/ui/notice"
import { shortDate } from "@/components/ui/prepare-relative-time"
import { notify } from "@/components/ui/toast"
import { executionFields, RETENTION_DONE, refusalFields } from "@/server/privacy/domain/retention-rule"
import type { RetentionDue } from "../privacy-data"

type Kind = "done" | "refused"

/** What came of a due date: done with evidence, or put off with a reason. */
export default function RecordDialog({ due, onClose }: { due: RetentionDue; onClose: () => void }) {
  const { now } = useWorkspace()
  const trpc = useTRPC()
  const refresh = useRefreshCatalog()
  const held = due.state === "held" && due.rule.action !== "review"
  const [kind, setKind] = useState<Kind>(held ? "refused" : "done")
  const record = useMutation(trpc.privacy.recordExecution.mutationOptions())
  const refuse = useMutation(trpc.privacy.refuseExecution.mutationOptions())
  const { assignmentId, dueOn } = due
  const close = async (text: string) => {
    notify.success(text)
    await refresh()
    onClose()
  }
  const done = useForm(
    executionFields,
    { assignmentId, doneOn: now.slice(0, 10), count: Number.NaN, evidence: "", link: "", note: "" },
    async (values) => {
      await record.mutateAsync({ ...values, dueOn })
      await close("Recorded with its evidence")
    },
  )
  const put = useForm(refusalFields, { assignmentId, deferredTo: "", reason: "" }, async (values) => {
    await refuse.mutateAsync({ ...values, dueOn })
    await close("Put off with its reason")
  })
  const answered = conflictWith(record.error ?? refuse.error) !== undefined
  return (
    <FormDialog
      form={kind === "done" ? done : put}
      title={`${due.rule.name}: ${due.asset.name}`}
      description={`Due ${shortDate(dueOn)}, kept for ${due.rule.purpose}.`}
      action={kind === "done" ? "Record execution" : "Put off"}
      onClose={onClose}
    >
      {answered ? (
        <Notice state="warning">
          <b>Somebody else has answered this due date.</b> Close and look at the list.
        </Notice>
      ) : null}
      {held ? (
        <Notice state="unknown">
          <b>A legal hold is in force.</b> Nothing may be removed until it is lifted; the date can be put off.
        </Notice>
      ) : (
        <ChoiceField
          label="What happened"
          options={[
            { value: "done", label: RETENTION_DONE[due.rule.action] },
            { value: "refused", label: "Not done: put off with a reason" },
          ]}
          value={kind}
          onChange={(next) => setKind(next as Kind)}
        />
      )}
      {kind === "done" ? (
        <>
          <div className="pair">
            <TextField
              label="Done on"
              type="date"
              required
              value={done.values.doneOn}
              error={done.errors.doneOn}
              onChange={(doneOn) => done.set({ doneOn })}
            />
            <TextField
              label="Records"
              type="number"
              required
              value={Number.isNaN(done.values.count) ? "" : String(done.values.count)}
              error={done.errors.count}
              onChange={(text) => done.set({ count: text.trim() === "" ? Number.NaN : Number(text) })}
            />
          </div>
          <TextField
            label="Evidence"
            hint="The query that ran, or the id of the job"
            required
            rows={3}
            mono
            value={done.values.evidence}
            error={done.errors.evidence}
            onChange={(evidence) => done.set({ evidence })}
          />
          <TextField
            label="Link"
            hint="To the job's log"
            optional
            value={done.values.link}
            error={done.errors.link}
            onChange={(link) => done.set({ link })}
          />
          <TextField
            label="Note"
            optional
            value={done.values.note}
            error={done.errors.note}
            onChange={(note) => done.set({ note })}
          />
        </>
      ) : (
        <>
          <TextField
            label="Put off to"
            type="date"
            required
            value={put.values.deferredTo}
            error={put.errors.deferredTo}
            onChange={(deferredTo) => put.set({ deferredTo })}
          />
          <ReasonField
            required
            value={put.values.reason}
            error={put.errors.reason}
            onChange={(reason) => put.set({ reason })}
          />
        </>
      )}
    </FormDialog>
  )
}
