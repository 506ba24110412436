"use client"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { saveFile } from "@/components/audit/save-file"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { ChoiceField } from "@/components/ui/form-fields"
import { Notice } from "@/components/ui/notice"
import { ScrollRegion } from "@/components/ui/scroll-region"
import { DIALECT_LABELS, DIALECTS, type Dialect } from "@/server/privacy/domain/sql-quote"

const dialects = DIALECTS.map((value) => ({ value, label: DIALECT_LABELS[value] }))

/** Masks and consent filters as SQL to look at, to check in and to run. */
export default function PolicyDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC()
  const [dialect, setDialect] = useState<Dialect>("postgresql")
  const { data, error } = useQuery(trpc.privacy.exportMaskingPolicy.queryOptions({ dialect }))
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => open || onClose()}
      title="Export policy as SQL"
      description="Read it before you run it. Plumbline never connects to the warehouse."
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button variant="primary" pending={!data} onClick={() => data && saveFile(data.fileName, data.sql)}>
            Download SQL
          </Button>
        </>
      }
    >
      <ChoiceField
        label="Warehouse"
        options={dialects}
        value={dialect}
        onChange={(next) => setDialect(next as Dialect)}
      />
      {error ? <Notice state="bad">{errorMessage(error)}</Notice> : null}
      {data && data.notes.length > 0 ? (
        <ul className="notes">
          {data.notes.slice(0, 12).map((note) => (
            <li key={note}>{note}</li>
          ))}
          {data.notes.length > 12 ? <li>and {data.notes.length - 12} more</li> : null}
        </ul>
      ) : null}
      {data ? (
        <ScrollRegion label="SQL text">
          <pre className="policy">{data.sql}</pre>
        </ScrollRegion>
      ) : null}
    </Dialog>
  )
}
