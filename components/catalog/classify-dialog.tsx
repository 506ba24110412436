"use client"
import { useMutation } from "@tanstack/react-query"
import { z } from "zod"
import { useTRPC } from "@/components/api/trpc"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { ChoiceField, ReasonField } from "@/components/ui/form-fields"
import { notify } from "@/components/ui/toast"
import type { AssetField } from "@/server/catalog/domain/asset"
import { lowers } from "@/server/catalog/domain/level-rules"
import { classOf } from "@/server/catalog/domain/scheme"
import type { SchemeNow } from "./catalog-data"
import { classChoices, levelChoices } from "./prepare-catalog"
import { useRefreshCatalog } from "./use-refresh-catalog"

const KEEP = "(keep)"
const schema = z.object({ levelKey: z.string(), classKey: z.string(), reason: z.string() })

type Props = { assetId: string; fields: readonly AssetField[]; scheme: SchemeNow; onClose: () => void }

/** Class and level of one field, or of several at once. */
export default function ClassifyDialog({ assetId, fields, scheme, onClose }: Props) {
  const trpc = useTRPC()
  const refresh = useRefreshCatalog()
  const classify = useMutation(trpc.catalog.classifyFields.mutationOptions())
  const [only] = fields.length === 1 ? fields : []
  const begun = {
    levelKey: only ? (only.levelKey ?? "") : KEEP,
    classKey: only ? (only.classKey ?? "") : KEEP,
    reason: "",
  }
  const form = useForm(schema, begun, async (values) => {
    const part = (value: string, before: string) =>
      value === KEEP || (only && value === before) ? undefined : value === "" ? null : value
    const change = {
      levelKey: part(values.levelKey, begun.levelKey),
      classKey: part(values.classKey, begun.classKey),
    }
    const { changed } = await classify.mutateAsync({
      assetId,
      changes: fields.map(({ id }) => ({ fieldId: id, ...change })),
      reason: values.reason,
    })
    notify.success(
      changed === 0 ? "Nothing changed" : `Classified ${changed} ${changed === 1 ? "field" : "fields"}`,
    )
    await refresh()
    onClose()
  })
  const { values, field, set, errors } = form
  const chosen = values.levelKey === KEEP ? undefined : values.levelKey || null
  const goesDown = chosen !== undefined && fields.some((field) => lowers(scheme, field.levelKey, chosen))
  const brings = classOf(scheme, values.classKey)?.levelKey
  const keep = only ? [] : [{ value: KEEP, label: "Leave as they are" }]
  return (
    <FormDialog
      form={form}
      title={only ? `Classify ${only.name}` : `Classify ${fields.length} fields`}
      action={only ? "Classify field" : "Classify fields"}
      onClose={onClose}
    >
      <ChoiceField
        label="Class"
        hint="What kind of data it is"
        options={[...keep, { value: "", label: "Unknown" }, ...classChoices(scheme)]}
        value={values.classKey}
        error={errors.classKey}
        onChange={(classKey) => {
          const level = classOf(scheme, classKey)?.levelKey
          const raises = only && level && !lowers(scheme, only.levelKey, level)
          set({ classKey, ...(raises && { levelKey: level }) })
        }}
      />
      <ChoiceField
        label="Level"
        hint={
          brings && values.levelKey === KEEP
            ? "The class brings its own level where a field has a lower one"
            : "How it is handled"
        }
        options={[...keep, { value: "", label: "Unknown" }, ...levelChoices(scheme)]}
        value={values.levelKey}
        error={errors.levelKey ?? errors.changes}
        onChange={(levelKey) => set({ levelKey })}
      />
      <ReasonField required={goesDown} {...field("reason")} />
    </FormDialog>
  )
}
