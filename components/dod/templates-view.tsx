"use client"
import "./dod.css"
import { useSuspenseQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { PageHead } from "@/components/ui/page-head"
import { RelativeTime } from "@/components/ui/relative-time"
import { Table, Td, Th } from "@/components/ui/table"
import { DELIVERABLE_LABELS } from "@/server/dod/domain/deliverable"
import type { ListedTemplate } from "./done-data"
import { PolicySection } from "./policy-section"

/** The Definition of Done of every kind of deliverable, and what the board does with it. */
export function TemplatesView() {
  const trpc = useTRPC()
  const { workspace } = useWorkspace()
  const { data } = useSuspenseQuery(trpc.dod.listTemplates.queryOptions({}))
  const base = `/${workspace.slug}/settings/definition-of-done`
  const published = data.templates.filter((template) => template.published).length
  return (
    <>
      <PageHead
        title="Definition of Done"
        state={`${published} of ${data.templates.length} kinds of deliverable have one. A published version is never changed: finished work keeps the version it was finished with.`}
      />
      <Table label="Definitions of Done">
        <thead>
          <tr>
            <Th>Deliverable</Th>
            <Th num>Version</Th>
            <Th num>Checks</Th>
            <Th className="wide">Published</Th>
            <Th className="wide">Draft</Th>
            <Th num>Checklists</Th>
          </tr>
        </thead>
        <tbody>
          {data.templates.map((template) => (
            <Row key={template.deliverable} template={template} href={`${base}/${template.deliverable}`} />
          ))}
        </tbody>
      </Table>
      <PolicySection />
    </>
  )
}

function Row({ template, href }: { template: ListedTemplate; href: string }) {
  const { now } = useWorkspace()
  const { deliverable, published, draft, checklists, behind } = template
  return (
    <tr>
      <Th scope="row">
        <Link className="open-link" href={href}>
          {DELIVERABLE_LABELS[deliverable]}
        </Link>
      </Th>
      <Td num>{published?.version ?? "–"}</Td>
      <Td num>
        {published ? published.checks : "–"}
        {published && published.computed > 0 ? (
          <span className="sub">{published.computed} computed</span>
        ) : null}
      </Td>
      <Td className="wide">
        {published?.publishedAt ? (
          <>
            <RelativeTime iso={published.publishedAt} now={now} past />
            <span className="sub">by {published.publishedByName ?? "somebody who left"}</span>
          </>
        ) : (
          <span className="muted">Not published</span>
        )}
      </Td>
      <Td className="wide">
        {draft ? (
          <>
            Version {draft.version}
            <span className="sub">
              {draft.changedByName}, <RelativeTime iso={draft.changedAt} now={now} past />
            </span>
          </>
        ) : (
          <span className="muted">None</span>
        )}
      </Td>
      <Td num>
        {checklists}
        {behind > 0 ? <span className="sub">{behind} on an earlier version</span> : null}
      </Td>
    </tr>
  )
}
