"use client"
import { z } from "zod"
import { useTRPCClient } from "@/components/api/trpc"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { TextField } from "@/components/ui/form-fields"
import { linkTitleSchema, linkUrlSchema } from "@/server/discussion/domain/link"
import type { SubjectRef } from "@/server/discussion/domain/subject"

const schema = z.object({ url: linkUrlSchema, title: linkTitleSchema })

type Props = { subject: SubjectRef; onClose: () => void; onAdded: () => void }

/** A web address with a title of its own, or by its host and path. */
export default function LinkDialog({ subject, onClose, onAdded }: Props) {
  const api = useTRPCClient()
  const form = useForm(schema, { url: "", title: "" }, async (values) => {
    await api.discussion.addLink.mutate({ subject, ...schema.parse(values) })
    onAdded()
    onClose()
  })
  const { field } = form
  return (
    <FormDialog
      form={form}
      title="Add link"
      description="Plumbline shows the address and never opens it itself."
      action="Add link"
      onClose={onClose}
    >
      <TextField label="Address" inputMode="url" placeholder="https://" required {...field("url")} />
      <TextField label="Title" optional {...field("title")} />
    </FormDialog>
  )
}
