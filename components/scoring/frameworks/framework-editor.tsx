"use client"
import "../scoring.css"
import "./frameworks.css"
import { useSuspenseQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import type { ListedFramework } from "../scoring-data"
import { EditorForm } from "./editor-form"
import { MissingFramework } from "./missing-framework"

/** The editor of a framework: the next version of one's own, or a copy of any as a new one. */
export function FrameworkEditor({ frameworkKey, mode }: { frameworkKey: string; mode: "copy" | "edit" }) {
  const trpc = useTRPC()
  const { workspace } = useWorkspace()
  const { data: frameworks } = useSuspenseQuery(trpc.scoring.listFrameworks.queryOptions({ history: true }))
  const framework = frameworks.find(({ key }) => key === frameworkKey)
  if (!framework) return <MissingFramework frameworkKey={frameworkKey} />
  if (mode === "edit" && framework.builtIn) return <StandardNotice framework={framework} />
  const { name, definition, version } = framework
  const crumb = { label: name, href: `/${workspace.slug}/settings/frameworks/${framework.key}` }
  const id = `${mode} ${framework.id}`
  return mode === "edit" ? (
    <EditorForm
      key={id}
      id={id}
      start={definition}
      basedOn={version}
      title={`${name}, version ${version + 1}`}
      state={`Scores given under version ${version} stay with it. After publishing, what still fits can be carried over.`}
      crumb={crumb}
    />
  ) : (
    <EditorForm
      key={id}
      id={id}
      start={{ ...definition, key: "", name: `${name}, our version` }}
      published={definition}
      basedOn={0}
      title={`Copy of ${name}`}
      state="A framework of your own, with version 1."
      crumb={crumb}
    />
  )
}

function StandardNotice({ framework }: { framework: ListedFramework }) {
  const { workspace } = useWorkspace()
  const here = `/${workspace.slug}/settings/frameworks/${framework.key}`
  return (
    <>
      <PageHead title={framework.name} crumbs={[{ label: framework.name, href: here }]} />
      <Notice state="unknown">
        <b>{framework.name} is a standard framework and stays as published.</b>{" "}
        <Link href={`${here}/copy`}>Copy it as own framework</Link> and change the copy.
      </Notice>
    </>
  )
}
