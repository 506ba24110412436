"use client"
import "../scoring.css"
import "./frameworks.css"
import { useSuspenseQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button, buttonClass } from "@/components/ui/button"
import { PageHead } from "@/components/ui/page-head"
import { RelativeTime } from "@/components/ui/relative-time"
import { Table, Td, Th } from "@/components/ui/table"
import { BUILT_IN_FRAMEWORKS } from "@/server/scoring/domain/built-in-frameworks"
import { isRelative, METHOD_LABELS } from "@/server/scoring/domain/framework"
import { NoFrameworks } from "../no-frameworks"
import { people } from "../prepare-words"
import { usePublishStandard } from "./use-publish-standard"

/** The scoring frameworks of the workspace with their latest versions. */
export function FrameworksView() {
  const trpc = useTRPC()
  const { workspace, may, now } = useWorkspace()
  const { data: frameworks } = useSuspenseQuery(trpc.scoring.listFrameworks.queryOptions({ history: true }))
  const publish = usePublishStandard()
  const allowed = may("scoring.configure")
  const base = `/${workspace.slug}/settings/frameworks`
  const missing = BUILT_IN_FRAMEWORKS.filter(({ key }) =>
    frameworks.every((framework) => framework.key !== key),
  )
  return (
    <>
      <PageHead
        title="Scoring frameworks"
        state="A published version is never changed: scores stay with the version they were given under."
        actions={
          frameworks.length === 0 ? undefined : (
            <>
              {missing.length > 0 && allowed.ok ? (
                <Button
                  pending={publish.isPending}
                  title={missing.map(({ name }) => name).join(", ")}
                  onClick={() => publish.mutate({})}
                >
                  Add built-in frameworks ({missing.length})
                </Button>
              ) : null}
              {allowed.ok ? (
                <Link className={buttonClass({ variant: "primary" })} href={`${base}/new`}>
                  New framework
                </Link>
              ) : (
                <Button variant="primary" disabledReason={allowed.reason}>
                  New framework
                </Button>
              )}
            </>
          )
        }
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
                <Td>
                  {METHOD_LABELS[definition.method]}
                  {isRelative(definition) ? <span className="sub">relative to the list</span> : null}
                </Td>
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
