"use client"
import { useMutation } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { TextField } from "@/components/ui/form-fields"
import { dossierTextsSchema } from "@/server/dpia/domain/dossier-texts"
import { useAssessment } from "../assessment/use-assessment"

/** What the authority is told besides what is stored elsewhere. */
export default function DossierDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC()
  const { assessment, refresh } = useAssessment()
  const { id, lock, consultation } = assessment
  const record = useMutation(trpc.dpia.recordDossier.mutationOptions({ onError: () => void refresh() }))
  const form = useForm(
    dossierTextsSchema,
    consultation.dossier,
    async (texts) => {
      await record.mutateAsync({ id, lock, texts })
      await refresh()
      onClose()
    },
    { draft: `dossier ${id} ${assessment.version}` },
  )
  const { field } = form
  return (
    <FormDialog
      form={form}
      wide
      title="Texts of the dossier"
      description="They go to the authority with the assessment and are no part of what is signed: its approval stays."
      action="Save texts"
      onClose={onClose}
    >
      <TextField
        label="Controller, joint controllers and processors"
        hint="Names and addresses, and who answers for what; in a group of companies, which of them. Art. 36(3)(a)"
        rows={5}
        {...field("responsibilities")}
      />
      <TextField
        label="How to reach the data protection officer"
        hint="Name, e-mail and telephone. Art. 36(3)(d)"
        rows={3}
        {...field("officerContact")}
      />
      <TextField
        label="What else the authority asked for"
        hint="With the day on which it asked. Art. 36(3)(f)"
        rows={5}
        optional
        {...field("otherInformation")}
      />
    </FormDialog>
  )
}
