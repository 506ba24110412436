"use client"
import { useQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { RelativeTime } from "@/components/ui/relative-time"
import { SectionHead } from "@/components/ui/section-head"
import { StateWord } from "@/components/ui/state-word"
import { ActionsTh, Table, Td, Th } from "@/components/ui/table"
import type { PastImport } from "./import-data"
import { sizeWords } from "./prepare-import"

type Props = { onOpen: (importId: string) => void; onUndo: (past: PastImport) => void }

const number = (value: number | null) => (value === null ? "–" : value.toLocaleString("en-GB"))

/** Files brought in so far, newest first. */
export function ImportHistory({ onOpen, onUndo }: Props) {
  const trpc = useTRPC()
  const { now, may } = useWorkspace()
  const { data } = useQuery(trpc.backlog.listImports.queryOptions({}))
  const mayImport = may("backlog.import")
  if (!data || data.imports.length === 0) return null
  return (
    <section className="mt-10" aria-labelledby="history">
      <SectionHead id="history" title="Imports so far" note="The newest 100" />
      <Table label="Imports so far">
        <thead>
          <tr>
            <Th>File</Th>
            <Th>State</Th>
            <Th num>Created</Th>
            <Th num>Updated</Th>
            <Th num>Unchanged</Th>
            <Th num>Errors</Th>
            <Th>By</Th>
            <ActionsTh />
          </tr>
        </thead>
        <tbody>
          {data.imports.map((past) => (
            <tr key={past.id}>
              <Td>
                {past.fileName}
                <small>{sizeWords(past.byteSize)}</small>
              </Td>
              <Td>
                <ImportState past={past} />
              </Td>
              <Td num>{number(past.created)}</Td>
              <Td num>{number(past.updated)}</Td>
              <Td num>{number(past.unchanged)}</Td>
              <Td num>{number(past.errors)}</Td>
              <Td>
                {past.createdByName}
                <small>
                  <RelativeTime iso={past.undoneAt ?? past.appliedAt ?? past.createdAt} now={now} />
                </small>
              </Td>
              <Td>
                {past.status === "uploaded" ? (
                  <Button size="small" onClick={() => onOpen(past.id)}>
                    Continue
                  </Button>
                ) : past.mayUndo.ok && mayImport.ok ? (
                  <Button
                    size="small"
                    aria-label={`Undo the import of ${past.fileName}`}
                    onClick={() => onUndo(past)}
                  >
                    Undo
                  </Button>
                ) : null}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}

function ImportState({ past }: { past: PastImport }) {
  if (past.status === "uploaded") return <StateWord state="later">Not imported yet</StateWord>
  if (past.status === "undone") return <StateWord state="unknown">Undone</StateWord>
  return (
    <StateWord state={past.errors ? "warning" : "good"}>{past.errors ? "In part" : "Imported"}</StateWord>
  )
}
