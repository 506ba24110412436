"use client"
import { useQuery } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC, useTRPCClient } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextArea } from "@/components/ui/text-area"
import { TextInput } from "@/components/ui/text-input"
import type { Subject } from "@/server/dod/domain/deliverable"
import type { CheckRow } from "./done-data"
import { useChecklistChanged } from "./use-checklist"

type Props = { subject: Subject; row: CheckRow; onClose: () => void }

/** Marks a check as met, with what shows it. */
export default function MarkDialog({ subject, row, onClose }: Props) {
  const trpc = useTRPC()
  const api = useTRPCClient()
  const changed = useChecklistChanged()
  const { data: material } = useQuery(trpc.discussion.listMaterial.queryOptions({ subject }))
  const [url, setUrl] = useState("")
  const [fileId, setFileId] = useState("")
  const [note, setNote] = useState("")
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [pending, setPending] = useState(false)
  const evidence = row.evidence ?? "none"
  const files = (material?.files ?? []).filter(({ removedAt }) => removedAt === null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (pending) return
    setPending(true)
    try {
      await api.dod.markCheck.mutate({
        subject,
        checkKey: row.key,
        evidenceUrl: url.trim() || null,
        attachmentId: fileId || null,
        note,
      })
      await changed()
      onClose()
    } catch (error) {
      const known = fieldErrors(error)
      setErrors(Object.keys(known).length > 0 ? known : { note: errorMessage(error) })
      setPending(false)
    }
  }
  return (
    <Dialog
      open
      title={`Mark “${row.title}” as met`}
      description={row.help || undefined}
      onOpenChange={(open) => !open && onClose()}
    >
      <form onSubmit={submit} noValidate>
        {evidence !== "file" ? (
          <Field
            label="Link to the evidence"
            optional={evidence !== "link"}
            required={evidence === "link"}
            error={errors.evidenceUrl}
          >
            {(control) => (
              <TextInput
                {...control}
                inputMode="url"
                autoComplete="off"
                placeholder="https://"
                value={url}
                onChange={(event) => setUrl(event.target.value)}
              />
            )}
          </Field>
        ) : null}
        {evidence !== "link" ? (
          <Field
            label="File"
            optional={evidence !== "file"}
            required={evidence === "file"}
            hint={
              files.length === 0
                ? "Attach a file under Files and links first, then choose it here."
                : undefined
            }
            error={errors.attachmentId}
          >
            {(control) => (
              <Select
                {...control}
                empty={files.length === 0 ? "No file attached yet" : "No file"}
                value={fileId}
                options={files.map(({ id, fileName }) => ({ value: id, label: fileName }))}
                onChange={(event) => setFileId(event.target.value)}
              />
            )}
          </Field>
        ) : null}
        <Field label="Note" optional error={errors.note}>
          {(control) => (
            <TextArea {...control} rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
        <div className="acts">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={pending}>
            Mark as met
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
