import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"

/** What a linked product or item contributes. */
export function ContributionField({ note, onChange }: { note: string; onChange: (note: string) => void }) {
  return (
    <Field label="What it contributes" hint="One sentence, kept with the link" optional>
      {(control) => (
        <TextInput
          {...control}
          autoComplete="off"
          value={note}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
