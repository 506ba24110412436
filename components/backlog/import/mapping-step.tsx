"use client"
import { Button } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { SectionHead } from "@/components/ui/section-head"
import { Select } from "@/components/ui/select"
import {
  type ColumnTarget,
  type ImportMapping,
  mappingProblems,
} from "@/server/backlog/domain/import/mapping"
import type { ItemStatus, ItemType } from "@/server/backlog/domain/item"
import type { Choices } from "../use-choices"
import { ColumnTable } from "./column-table"
import type { Detection, Reading } from "./import-data"
import { originWords, retarget, rowCount, STATUS_OPTIONS, TYPE_OPTIONS } from "./prepare-import"
import { ReadingFields } from "./reading-fields"
import { WordTables } from "./word-tables"

type Props = {
  detection: Detection
  mapping: ImportMapping
  productId: string | null
  choices: Choices
  pending: boolean
  onReading: (reading: Reading) => void
  onMapping: (mapping: ImportMapping, changed?: ColumnTarget) => void
  onProduct: (productId: string | null) => void
  onCheck: () => void
  onCancel: () => void
}

/** The second step: how the file is read, and what its columns and words become. */
export function MappingStep(props: Props) {
  const { detection, mapping, productId, choices, pending, onReading, onMapping, onProduct } = props
  const problems = mappingProblems(mapping.columns)
  const { defaults } = mapping
  return (
    <div className="wizard">
      <p className="mb-4">
        {detection.origin === "unknown" ? "No known tool recognised, read as a plain " : "Recognised: "}
        <b>{originWords(detection)}</b>, {rowCount(detection.rows)} and {detection.columns.length} columns.
      </p>
      {detection.format === "json" ? null : <ReadingFields detection={detection} onChange={onReading} />}
      <SectionHead title="Columns" note="What is not known is kept as a custom field, so nothing is lost" />
      <ColumnTable
        detection={detection}
        mapping={mapping}
        onTarget={(header, target) => onMapping(retarget(mapping, header, target), target)}
        onDateOrder={(header, dateOrder) =>
          onMapping({
            ...mapping,
            columns: mapping.columns.map((column) =>
              column.header === header ? { ...column, dateOrder } : column,
            ),
          })
        }
      />
      <WordTables detection={detection} mapping={mapping} choices={choices} onChange={onMapping} />
      <section className="mt-8" aria-labelledby="new-items">
        <SectionHead id="new-items" title="New items" note="Where a row says nothing about it" />
        <div className="field-grid">
          <Field label="Product">
            {(control) => (
              <Combobox
                {...control}
                label="Product"
                options={choices.products}
                empty="No product"
                value={productId ?? undefined}
                onChange={(chosen) => onProduct(chosen ?? null)}
              />
            )}
          </Field>
          <span />
          <Field label="Kind">
            {(control) => (
              <Select
                {...control}
                options={TYPE_OPTIONS}
                value={defaults.type}
                onChange={(event) =>
                  onMapping({ ...mapping, defaults: { ...defaults, type: event.target.value as ItemType } })
                }
              />
            )}
          </Field>
          <Field label="State">
            {(control) => (
              <Select
                {...control}
                options={STATUS_OPTIONS}
                value={defaults.status}
                onChange={(event) =>
                  onMapping({
                    ...mapping,
                    defaults: { ...defaults, status: event.target.value as ItemStatus },
                  })
                }
              />
            )}
          </Field>
        </div>
      </section>
      {problems.length > 0 ? (
        <div role="alert" className="mb-4">
          <Notice state="bad">
            <b>The columns do not fit yet.</b> {problems.join(". ")}.
          </Notice>
        </div>
      ) : null}
      <div className="acts">
        <Button
          variant="primary"
          pending={pending}
          disabledReason={problems.length > 0 ? problems[0] : undefined}
          onClick={props.onCheck}
        >
          Check the import
        </Button>
        <Button onClick={props.onCancel}>Choose another file</Button>
        <span className="hint">Nothing is changed yet.</span>
      </div>
    </div>
  )
}
