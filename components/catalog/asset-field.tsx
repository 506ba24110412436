"use client"
import { ComboField } from "@/components/ui/combo-field"
import { useAssetChoices } from "./use-asset-choices"

type Props = {
  label: string
  hint?: string
  error?: string
  required?: boolean
  value: string | null
  /** An asset that cannot be chosen here. */
  exceptId?: string
  /** Offers to choose nothing, in these words. */
  empty?: string
  onChange: (id: string | null) => void
}

/** One data asset of many, found by typing a part of its name, location or fields. */
export function AssetField({ value, exceptId, onChange, ...field }: Props) {
  const { options, onType, total } = useAssetChoices({ chosen: value || undefined })
  return (
    <ComboField
      {...field}
      options={options.filter((option) => option.value !== exceptId)}
      found={{ onType, total }}
      value={value}
      onChange={(id) => onChange(id || null)}
    />
  )
}
