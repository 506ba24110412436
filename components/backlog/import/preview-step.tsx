"use client"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { SectionHead } from "@/components/ui/section-head"
import { Table, Td, Th } from "@/components/ui/table"
import { FIELD_LABELS, fieldWords } from "../prepare-conflict"
import type { Choices } from "../use-choices"
import type { Preview } from "./import-data"
import { applyWords, previewWords, rowCount } from "./prepare-import"
import { ProblemTable } from "./problem-table"

type Props = {
  preview: Preview
  choices: Choices
  onApply: () => void
  onBack: () => void
}

/** The third step: what the import would do, before anything is changed. */
export function PreviewStep({ preview, choices, onApply, onBack }: Props) {
  const { creates, updates, errors, warnings, customFields, samples } = preview
  const nothing = creates + updates === 0
  return (
    <div className="wizard">
      <p className="mb-4" role="status">
        <b>{previewWords(preview)}.</b> Nothing is changed yet.
      </p>
      {errors > 0 ? (
        <Notice state="warning">
          <b>{rowCount(errors)} would stay out.</b> Correct the file and choose it again, or import the rest:
          a second import of the corrected file brings only what is missing.
        </Notice>
      ) : null}
      {customFields.length > 0 ? (
        <p className="muted mt-3">
          Kept as custom {customFields.length === 1 ? "field" : "fields"}:{" "}
          {customFields.slice(0, 12).join(", ")}
          {customFields.length > 12 ? ` and ${customFields.length - 12} more` : ""}.
        </p>
      ) : null}
      {samples.length > 0 ? (
        <section className="mt-8" aria-labelledby="samples">
          <SectionHead
            id="samples"
            title="First changes"
            note={`${samples.length} of ${(creates + updates).toLocaleString("en-GB")}`}
          />
          <Table label="First changes">
            <thead>
              <tr>
                <Th num>Row</Th>
                <Th>Item</Th>
                <Th>Change</Th>
              </tr>
            </thead>
            <tbody>
              {samples.map((sample) => (
                <tr key={sample.row}>
                  <Td num>{sample.row.toLocaleString("en-GB")}</Td>
                  <Td>
                    {sample.key ? <span className="ky">{sample.key}</span> : null} {sample.title}
                  </Td>
                  <Td className="samples">
                    {sample.key === null
                      ? "New item"
                      : sample.changes.map(({ field, from, to }) => (
                          <span key={field} className="block">
                            {FIELD_LABELS[field] ?? field}:{" "}
                            <del>{fieldWords(field, from, choices.nameOf)}</del> →{" "}
                            {fieldWords(field, to, choices.nameOf)}
                          </span>
                        ))}
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
        </section>
      ) : null}
      <ProblemTable problems={preview.problems} errors={errors} warnings={warnings} />
      <div className="acts mt-6">
        <Button
          variant="primary"
          disabledReason={nothing ? "The file changes nothing here" : undefined}
          onClick={onApply}
        >
          {nothing ? "Import" : applyWords(preview)}
        </Button>
        <Button onClick={onBack}>Back to the columns</Button>
      </div>
    </div>
  )
}
