"use client"
import { z } from "zod"
import { useForm } from "@/components/shell/use-form"
import { Checkbox } from "@/components/ui/checkbox"
import { FormDialog } from "@/components/ui/form-dialog"
import { ChoiceField, ReasonField, TextField } from "@/components/ui/form-fields"
import {
  type Level,
  levelSchema,
  STRENGTH_LABELS,
  STRENGTHS,
  type Strength,
} from "@/server/catalog/domain/scheme"
import type { SchemeNow } from "./catalog-data"
import { withLevel } from "./prepare-scheme"
import { useSaveScheme } from "./use-save-scheme"

const schema = levelSchema
  .omit({ key: true })
  .extend({ key: z.string(), place: z.string(), reason: z.string().trim().min(1, "Say why; it is recorded") })
const strengths = STRENGTHS.map((value) => ({ value, label: STRENGTH_LABELS[value] }))
const EMPTY: Level = {
  key: "",
  name: "",
  description: "",
  atRest: "required",
  inTransit: "required",
  masking: "recommended",
  access: "",
  export: "",
  retention: "",
  retired: false,
}

type Props = { scheme: SchemeNow; level?: Level; onClose: () => void }

/** One level: its place in the order and how data of it is handled. */
export default function LevelEditor({ scheme, level, onClose }: Props) {
  const save = useSaveScheme(scheme.version, onClose)
  const others = scheme.levels.filter(({ key }) => key !== level?.key)
  const now = level ? scheme.levels.findIndex(({ key }) => key === level.key) : others.length
  const form = useForm(
    schema,
    { ...(level ?? EMPTY), place: String(now), reason: "" },
    ({ place, reason, ...values }) => {
      const { levels, classes } = scheme
      return save(withLevel({ levels, classes }, values, Number(place)), reason)
    },
  )
  const { values, field, set, errors } = form
  const places = ["Below every other", ...others.map(({ name }) => `Above ${name}`)]
  const strength = (label: string, part: "atRest" | "inTransit" | "masking") => (
    <ChoiceField
      label={label}
      options={strengths}
      value={values[part]}
      error={errors[part]}
      onChange={(value) => set({ [part]: value as Strength })}
    />
  )
  return (
    <FormDialog
      form={form}
      wide
      title={level ? `Edit ${level.name}` : "Add level"}
      action={level ? "Save level" : "Add level"}
      onClose={onClose}
    >
      <div className="pair">
        <TextField label="Name" required {...field("name")} />
        <ChoiceField
          label="Place"
          options={places.map((label, index) => ({ value: String(index), label }))}
          {...field("place")}
        />
      </div>
      <TextField label="Description" optional {...field("description")} />
      <div className="pair">
        {strength("Encrypted at rest", "atRest")}
        {strength("Encrypted in transit", "inTransit")}
      </div>
      <div className="pair">
        {strength("Masking", "masking")}
        <TextField label="Access" optional {...field("access")} />
      </div>
      <div className="pair">
        <TextField label="Export" optional {...field("export")} />
        <TextField label="Retention" optional {...field("retention")} />
      </div>
      {level ? (
        <Checkbox checked={values.retired} onChange={(event) => set({ retired: event.target.checked })}>
          Retired: stays where it is used, cannot be chosen
        </Checkbox>
      ) : null}
      <ReasonField required {...field("reason")} />
    </FormDialog>
  )
}
