"use client"
import { z } from "zod"
import { useForm } from "@/components/shell/use-form"
import { Checkbox } from "@/components/ui/checkbox"
import { FormDialog } from "@/components/ui/form-dialog"
import { ChoiceField, ReasonField, TextField } from "@/components/ui/form-fields"
import { type DataClass, dataClassSchema } from "@/server/catalog/domain/scheme"
import type { SchemeNow } from "./catalog-data"
import { levelChoices } from "./prepare-catalog"
import { withClass } from "./prepare-scheme"
import { useSaveScheme } from "./use-save-scheme"

const schema = dataClassSchema
  .omit({ key: true })
  .extend({ key: z.string(), reason: z.string().trim().min(1, "Say why; it is recorded") })
const EMPTY: DataClass = {
  key: "",
  name: "",
  description: "",
  personal: true,
  special: false,
  levelKey: null,
  retired: false,
}

type Props = { scheme: SchemeNow; dataClass?: DataClass; onClose: () => void }

/** One class of data. */
export default function ClassEditor({ scheme, dataClass, onClose }: Props) {
  const save = useSaveScheme(scheme.version, onClose)
  const form = useForm(schema, { ...(dataClass ?? EMPTY), reason: "" }, ({ reason, ...values }) => {
    const { levels, classes } = scheme
    return save(withClass({ levels, classes }, values), reason)
  })
  const { values, field, set, errors } = form
  return (
    <FormDialog
      form={form}
      title={dataClass ? `Edit ${dataClass.name}` : "Add class"}
      action={dataClass ? "Save class" : "Add class"}
      onClose={onClose}
    >
      <TextField label="Name" required {...field("name")} />
      <TextField label="Description" optional {...field("description")} />
      <ChoiceField
        label="Level of its fields, at least"
        options={[{ value: "", label: "Any" }, ...levelChoices(scheme)]}
        value={values.levelKey ?? ""}
        error={errors.levelKey}
        onChange={(levelKey) => set({ levelKey: levelKey || null })}
      />
      <div className="field">
        <Checkbox
          checked={values.personal}
          onChange={(event) =>
            set({ personal: event.target.checked, ...(!event.target.checked && { special: false }) })
          }
        >
          About people (personal data)
        </Checkbox>
        <br />
        <Checkbox
          checked={values.special}
          onChange={(event) =>
            set({ special: event.target.checked, ...(event.target.checked && { personal: true }) })
          }
        >
          Special category of Art. 9(1) GDPR
        </Checkbox>
        {dataClass ? (
          <>
            <br />
            <Checkbox checked={values.retired} onChange={(event) => set({ retired: event.target.checked })}>
              Retired: stays where it is used, cannot be chosen
            </Checkbox>
          </>
        ) : null}
      </div>
      <ReasonField required {...field("reason")} />
    </FormDialog>
  )
}
