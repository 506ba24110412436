"use client"
import { useMutation } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { z } from "zod"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useForm } from "@/components/shell/use-form"
import { Combobox } from "@/components/ui/combobox"
import { Field } from "@/components/ui/field"
import { FormDialog } from "@/components/ui/form-dialog"
import { ChoiceField, TextField } from "@/components/ui/form-fields"
import {
  activitySchema,
  PROCESSING_ROLE_LABELS,
  PROCESSING_ROLES,
  type ProcessingRole,
} from "@/server/privacy/domain/processing-activity"
import { useRefreshRegister } from "./use-refresh-register"

const roles = PROCESSING_ROLES.map((value) => ({ value, label: PROCESSING_ROLE_LABELS[value] }))
const schema = activitySchema
  .pick({ name: true, role: true })
  .extend({ productId: z.uuid("Choose a product").nullable() })
type Begun = { name: string; role: ProcessingRole; productId: string | null }

type Props = { products: readonly { id: string; name: string }[]; onClose: () => void }

/** A new entry, empty or from what is known about a product. */
export default function BeginDialog({ products, onClose }: Props) {
  const trpc = useTRPC()
  const router = useRouter()
  const refresh = useRefreshRegister()
  const { workspace } = useWorkspace()
  const create = useMutation(trpc.privacy.createActivity.mutationOptions())
  const begun: Begun = { name: "", role: "controller", productId: null }
  const form = useForm(schema, begun, async (values) => {
    const { key } = await create.mutateAsync(values)
    await refresh()
    router.push(`/${workspace.slug}/privacy/register/${key}?edit=1`)
  })
  const { values, field, set, errors } = form
  const choose = (productId: string | undefined) => {
    const product = products.find(({ id }) => id === productId)
    set({ productId: productId ?? null, ...(product && values.name === "" && { name: product.name }) })
  }
  return (
    <FormDialog
      form={form}
      title="Begin entry"
      description="One entry for each purpose. A draft is yours until you hand it in."
      action="Begin entry"
      onClose={onClose}
    >
      <Field
        label="Generate from product"
        hint="Fills in its data, retention, security and owner"
        error={errors.productId}
        optional
      >
        {(control) => (
          <Combobox
            {...control}
            label="Generate from product"
            options={products.map(({ id, name }) => ({ value: id, label: name }))}
            value={values.productId ?? undefined}
            empty="None, begin empty"
            onChange={choose}
          />
        )}
      </Field>
      <TextField
        label="Name"
        hint="What is done, such as sending orders to customers"
        required
        {...field("name")}
      />
      <ChoiceField
        label="Role"
        hint="Processor: done for another company, on its instructions"
        required
        options={roles}
        value={values.role}
        error={errors.role}
        onChange={(role) => set({ role: role as ProcessingRole })}
      />
    </FormDialog>
  )
}
