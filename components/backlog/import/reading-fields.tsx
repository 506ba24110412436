"use client"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { SEPARATOR_LABELS, SEPARATORS } from "@/server/backlog/domain/import/detect-separator"
import type { Detection, Reading } from "./import-data"

const ENCODINGS = ["utf-8", "windows-1252", "iso-8859-15", "utf-16le", "utf-16be", "shift_jis", "gb18030"]

type Props = { detection: Detection; onChange: (reading: Reading) => void }

/** How the bytes became rows; another choice reads the file again. */
export function ReadingFields({ detection, onChange }: Props) {
  const { encoding, bom, certain } = detection.encoding
  const known = [...new Set([encoding, ...ENCODINGS])]
  const current = { encoding, separator: detection.separator }
  return (
    <div className="field-grid">
      <Field
        label="Encoding"
        hint={
          certain
            ? bom
              ? "From the mark at its beginning"
              : "No doubt"
            : "A guess: look at the letters in the samples"
        }
      >
        {(control) => (
          <Select
            {...control}
            value={encoding}
            options={known.map((value) => ({ value, label: value.toUpperCase() }))}
            onChange={(event) => onChange({ ...current, encoding: event.target.value })}
          />
        )}
      </Field>
      <Field label="Separator" hint="Detected from the first rows">
        {(control) => (
          <Select
            {...control}
            value={detection.separator}
            options={SEPARATORS.map((value) => ({ value, label: SEPARATOR_LABELS[value] }))}
            onChange={(event) => {
              const separator = SEPARATORS.find((value) => value === event.target.value)
              if (separator) onChange({ ...current, separator })
            }}
          />
        )}
      </Field>
    </div>
  )
}
