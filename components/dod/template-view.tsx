"use client"
import "./dod.css"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { PageHead } from "@/components/ui/page-head"
import { DELIVERABLE_LABELS, type Deliverable } from "@/server/dod/domain/deliverable"
import { TemplateEditor } from "./template-editor"
import { VersionList } from "./version-list"

/** The Definition of Done of one kind of deliverable: its draft, and every version with what it changed. */
export function TemplateView({ deliverable }: { deliverable: Deliverable }) {
  const trpc = useTRPC()
  const { workspace, may } = useWorkspace()
  const { data } = useSuspenseQuery(trpc.dod.getTemplate.queryOptions({ deliverable }))
  const { data: list } = useSuspenseQuery(trpc.dod.listTemplates.queryOptions({}))
  const [writing, setWriting] = useState(false)
  const draft = data.versions.find(({ state }) => state === "draft")
  const published = data.versions.filter(({ state }) => state === "published")
  const newest = published[0]
  const allowed = may("dod.configure")
  const label = draft ? "Edit draft" : newest ? "Write new version" : "Write first version"
  return (
    <>
      <PageHead
        title={`Definition of Done: ${DELIVERABLE_LABELS[deliverable].toLowerCase()}`}
        crumbs={[{ label: "Definition of Done", href: `/${workspace.slug}/settings/definition-of-done` }]}
        state={
          <>
            {newest ? (
              <Chip state="good">Version {newest.version} is in use</Chip>
            ) : (
              <Chip>Not published</Chip>
            )}
            {draft ? ` Version ${draft.version} is a draft by ${draft.changedByName}.` : null}
          </>
        }
        actions={
          writing ? undefined : (
            <Button
              variant="primary"
              disabledReason={allowed.ok ? undefined : allowed.reason}
              onClick={() => setWriting(true)}
            >
              {label}
            </Button>
          )
        }
      />
      {writing ? (
        <TemplateEditor
          key={draft?.edits ?? 0}
          deliverable={deliverable}
          edits={draft?.edits ?? 0}
          start={draft?.definition ?? { checks: newest?.definition.checks ?? [], note: "" }}
          kinds={list.checks}
          onClose={() => setWriting(false)}
        />
      ) : null}
      <VersionList versions={writing ? published : data.versions} kinds={list.checks} />
    </>
  )
}
