"use client"
import { useMutation } from "@tanstack/react-query"
import { z } from "zod"
import { useTRPC } from "@/components/api/trpc"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { ChoiceField, ReasonField } from "@/components/ui/form-fields"
import { notify } from "@/components/ui/toast"
import type { SchemeNow } from "./catalog-data"
import { levelChoices } from "./prepare-catalog"
import { useRefreshCatalog } from "./use-refresh-catalog"

const schema = z.object({ levelKey: z.string(), reason: z.string() })

type Props = {
  subject: { type: "asset" | "product"; id: string; name: string; setLevel: string | null }
  scheme: SchemeNow
  onClose: () => void
}

/** The level of an asset or product, where it is to be higher than what is inside. */
export default function LevelDialog({ subject, scheme, onClose }: Props) {
  const trpc = useTRPC()
  const refresh = useRefreshCatalog()
  const asset = useMutation(trpc.catalog.classifyAsset.mutationOptions())
  const product = useMutation(trpc.catalog.classifyProduct.mutationOptions())
  const { type, id, name, setLevel } = subject
  const inside = type === "asset" ? "its fields" : "its data assets"
  const form = useForm(schema, { levelKey: setLevel ?? "", reason: "" }, async (values) => {
    const change = { levelKey: values.levelKey || null, reason: values.reason }
    if (type === "asset") await asset.mutateAsync({ assetId: id, ...change })
    else await product.mutateAsync({ productId: id, ...change })
    notify.success(`Saved the level of ${name}`)
    await refresh()
    onClose()
  })
  const { field } = form
  return (
    <FormDialog
      form={form}
      title={`Level of ${name}`}
      description={`Without one it has the highest level of ${inside}. A lower one than theirs is refused.`}
      action="Save level"
      onClose={onClose}
    >
      <ChoiceField
        label="Level"
        options={[{ value: "", label: `As ${inside}` }, ...levelChoices(scheme)]}
        {...field("levelKey")}
      />
      <ReasonField {...field("reason")} />
    </FormDialog>
  )
}
