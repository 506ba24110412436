"use client"
import "../scoring.css"
import "./frameworks.css"
import { useSuspenseQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { PageHead } from "@/components/ui/page-head"
import { RelativeTime } from "@/components/ui/relative-time"
import { Table, Td, Th } from "@/components/ui/table"
import { METHOD_LABELS } from "@/server/scoring/domain/framework"
import { NoFrameworks } from "../no-frameworks"
import { people } from "../prepare-words"

/** The scoring frameworks of the workspace with their latest versions. */
export function FrameworksView() {
  const trpc = useTRPC()
  const { workspace, now } = useWorkspace()
  const { data: frameworks } = useSuspenseQuery(trpc.scoring.listFrameworks.queryOptions({ history: true }))
  const base = `/${workspace.slug}/settings/frameworks`
  return (
    <>
      <PageHead
        title="Scoring frameworks"
        state="A published version is never changed: scores stay with the version they were given under."
      />
      {frameworks.length === 0 ? (
        <NoFrameworks />
      ) : (
        <Table label="Scoring frameworks">
          <thead>
            <tr>
              <Th>Framework</Th>
              <Th>Method</Th>
              <Th num>Criteria</Th>
              <Th num>Version</Th>
              <Th>Published</Th>
              <Th>In use</Th>
            </tr>
          </thead>
          <tbody>
            {frameworks.map(({ key, name, definition, version, publishedAt, publishedBy, used, builtIn }) => (
              <tr key={key}>
                <Th scope="row">
                  <Link className="open-link" href={`${base}/${key}`}>
                    {name}
                  </Link>
                  <span className="sub">{builtIn ? "Standard" : "Own framework"}</span>
                </Th>
                <Td>{METHOD_LABELS[definition.method]}</Td>
                <Td num>{definition.criteria.length}</Td>
                <Td num>{version}</Td>
                <Td>
                  <RelativeTime iso={publishedAt} now={now} />
                  <span className="sub">by {publishedBy?.name ?? "somebody who left"}</span>
                </Td>
                <Td>
                  {used.items === 0 ? (
                    <span className="muted">No scores yet</span>
                  ) : (
                    `${used.items} ${used.items === 1 ? "item" : "items"}, ${people(used.scorers)}`
                  )}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </>
  )
}
