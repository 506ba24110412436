"use client"
import { useMutation } from "@tanstack/react-query"
import { useMemo } from "react"
import { z } from "zod"
import { useTRPC } from "@/components/api/trpc"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { ReasonField, TextField } from "@/components/ui/form-fields"
import { notify } from "@/components/ui/toast"
import { readFields } from "@/server/catalog/domain/read-fields"
import type { AssetDetails } from "./catalog-data"
import { fieldsAsText } from "./prepare-fields"
import { useRefreshCatalog } from "./use-refresh-catalog"

const schema = z.object({ text: z.string(), reason: z.string() })

/** The fields of an asset as text: pasted from CSV, a schema or a list. */
export default function FieldsDialog({ asset, onClose }: { asset: AssetDetails; onClose: () => void }) {
  const trpc = useTRPC()
  const refresh = useRefreshCatalog()
  const save = useMutation(trpc.catalog.setFields.mutationOptions())
  const form = useForm(schema, { text: fieldsAsText(asset.fields), reason: "" }, async ({ text, reason }) => {
    const { fields } = readFields(text)
    const { added, removed } = await save.mutateAsync({
      assetId: asset.id,
      version: asset.version,
      fields,
      reason,
    })
    notify.success(`Saved ${fields.length} fields: ${added} new, ${removed} gone`)
    await refresh()
    onClose()
  })
  const { values, field, set, errors } = form
  const read = useMemo(() => readFields(values.text), [values.text])
  const names = new Set(read.fields.map(({ name }) => name))
  const lost = asset.fields.filter((field) => !names.has(field.name) && (field.levelKey ?? field.classKey))
  const [firstError] = Object.entries(errors).filter(([path]) => path !== "reason")
  return (
    <FormDialog
      form={form}
      wide
      title={`Fields of ${asset.name}`}
      description="One per line with its type, as in CREATE TABLE, or CSV with the columns name, type, description, nullable. A field keeps its classification by its name."
      action="Save fields"
      onClose={onClose}
    >
      <TextField
        label="Fields"
        rows={14}
        mono
        value={values.text}
        error={firstError?.[1]}
        onChange={(text) => set({ text })}
      />
      <output className="hint block">
        {read.fields.length} {read.fields.length === 1 ? "field" : "fields"} read
        {read.problems.map(({ line, message }) => (
          <span key={`${line} ${message}`} className="block bad">
            Line {line}: {message}
          </span>
        ))}
      </output>
      {lost.length > 0 ? (
        <div className="mt-4">
          <p className="hint">
            Classified and not in the text:{" "}
            {lost
              .slice(0, 5)
              .map(({ name }) => name)
              .join(", ")}
            {lost.length > 5 ? ` and ${lost.length - 5} more` : ""}
          </p>
          <ReasonField required {...field("reason")} />
        </div>
      ) : null}
    </FormDialog>
  )
}
