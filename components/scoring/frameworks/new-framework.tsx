"use client"
import "../scoring.css"
import "./frameworks.css"
import { useSuspenseQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useSearchParams } from "next/navigation"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { PageHead } from "@/components/ui/page-head"
import { SectionHead } from "@/components/ui/section-head"
import { METHOD_LABELS } from "@/server/scoring/domain/framework"
import { methodSentence } from "../prepare-words"
import { EditorForm } from "./editor-form"
import { STARTS } from "./prepare-start"

/** A framework of one's own: what to start from, then its editor. The address says which start was chosen. */
export function NewFramework() {
  const start = STARTS[useSearchParams().get("start") ?? ""]
  if (!start) return <ChooseStart />
  return (
    <EditorForm
      key={start.label}
      id={`new ${start.framework.method}`}
      start={start.framework}
      basedOn={0}
      title={`New framework: ${start.label.toLowerCase()}`}
      state={start.about}
    />
  )
}

function ChooseStart() {
  const trpc = useTRPC()
  const { workspace } = useWorkspace()
  const { data: frameworks } = useSuspenseQuery(trpc.scoring.listFrameworks.queryOptions({ history: true }))
  const base = `/${workspace.slug}/settings/frameworks`
  return (
    <>
      <PageHead
        title="New framework"
        crumbs={[{ label: "Scoring frameworks", href: base }]}
        state="Start from an empty method, or from a copy of a published framework."
      />
      <dl className="starts">
        {Object.entries(STARTS).map(([name, { label, about }]) => (
          <div key={name}>
            <dt>
              <Link href={`${base}/new?start=${name}`}>{label}</Link>
            </dt>
            <dd className="muted">{about}</dd>
          </div>
        ))}
      </dl>
      <SectionHead
        id="copies"
        title="Copy a framework"
        note="Its criteria, scales and words are yours to change"
      />
      <dl className="starts">
        {frameworks.map(({ key, name, definition }) => (
          <div key={key}>
            <dt>
              <Link href={`${base}/${key}/copy`}>{name}</Link>
              {METHOD_LABELS[definition.method] === name ? null : (
                <span className="hint"> {METHOD_LABELS[definition.method]}</span>
              )}
            </dt>
            <dd className="muted">{methodSentence(definition)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
