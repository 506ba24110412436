"use client"
import { useQuery } from "@tanstack/react-query"
import { useTRPC, useTRPCClient } from "@/components/api/trpc"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { ChoiceField, TextField } from "@/components/ui/form-fields"
import type { Subject } from "@/server/dod/domain/deliverable"
import type { CheckRow } from "./done-data"
import { useChecklistChanged } from "./use-checklist"

type Props = { subject: Subject; row: CheckRow; onClose: () => void }

const EMPTY = { evidenceUrl: "", attachmentId: "", note: "" }
/** The server knows which evidence the check asks for. */
const unchecked = () => ({})

/** Marks a check as met, with what shows it. */
export default function MarkDialog({ subject, row, onClose }: Props) {
  const trpc = useTRPC()
  const api = useTRPCClient()
  const changed = useChecklistChanged()
  const { data: material } = useQuery(trpc.discussion.listMaterial.queryOptions({ subject }))
  const form = useForm(
    unchecked,
    EMPTY,
    async ({ evidenceUrl, attachmentId, note }) => {
      const shown = { evidenceUrl: evidenceUrl.trim() || null, attachmentId: attachmentId || null, note }
      await api.dod.markCheck.mutate({ subject, checkKey: row.key, ...shown })
      await changed()
      onClose()
    },
    { draft: `check ${subject.id} ${row.key}` },
  )
  const { field } = form
  const evidence = row.evidence ?? "none"
  const files = (material?.files ?? []).filter(({ removedAt }) => removedAt === null)
  return (
    <FormDialog
      form={form}
      title={`Mark “${row.title}” as met`}
      description={row.help || undefined}
      action="Mark as met"
      onClose={onClose}
    >
      {evidence !== "file" ? (
        <TextField
          label="Link to the evidence"
          inputMode="url"
          placeholder="https://"
          optional={evidence !== "link"}
          required={evidence === "link"}
          {...field("evidenceUrl")}
        />
      ) : null}
      {evidence !== "link" ? (
        <ChoiceField
          label="File"
          hint={
            files.length === 0 ? "Attach a file under Files and links first, then choose it here." : undefined
          }
          optional={evidence !== "file"}
          required={evidence === "file"}
          options={files.map(({ id, fileName }) => ({ value: id, label: fileName }))}
          empty={files.length === 0 ? "No file attached yet" : "No file"}
          {...field("attachmentId")}
        />
      ) : null}
      <TextField label="Note" rows={3} optional {...field("note")} />
    </FormDialog>
  )
}
