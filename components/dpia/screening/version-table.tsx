"use client"
import { useWorkspace } from "@/components/api/workspace"
import { RelativeTime } from "@/components/ui/relative-time"
import { Table, Td, Th } from "@/components/ui/table"
import { VERDICT_LABELS } from "@/server/dpia/domain/screening"
import { DECISION_LABELS } from "@/server/dpia/domain/screening-decision"
import type { ScreeningVersionRow } from "@/server/dpia/domain/screening-row"

/** Every version that was handed in, newest first; none is ever deleted. */
export function VersionTable({ versions }: { versions: readonly ScreeningVersionRow[] }) {
  const { now } = useWorkspace()
  if (versions.length === 0) return null
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">Versions handed in</h2>
      <Table label="Versions of the screening">
        <thead>
          <tr>
            <Th>Version</Th>
            <Th>Verdict</Th>
            <Th className="wide">Handed in</Th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ version, verdict, decision, by, at }) => (
            <tr key={version}>
              <Th scope="row">{version}</Th>
              <Td>
                {VERDICT_LABELS[verdict]}
                <small>{DECISION_LABELS[decision]}</small>
              </Td>
              <Td className="wide">
                {by.name}, <RelativeTime iso={at} now={now} past />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}
