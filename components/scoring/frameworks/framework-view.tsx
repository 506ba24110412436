"use client"
import "../scoring.css"
import "./frameworks.css"
import { useSuspenseQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useSearchParams } from "next/navigation"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button, buttonClass } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { RelativeTime } from "@/components/ui/relative-time"
import { SectionHead } from "@/components/ui/section-head"
import { isRelative, isWeighted, METHOD_LABELS } from "@/server/scoring/domain/framework"
import { expressionWords } from "@/server/scoring/domain/score-expression"
import { RELATIVE_NOTE } from "@/server/scoring/domain/score-together"
import type { FrameworkVersion, ListedFramework } from "../scoring-data"
import { CriteriaTable } from "./criteria-table"
import { MissingFramework } from "./missing-framework"
import { FORMULAS } from "./prepare-definition"
import { VersionTable } from "./version-table"
import { WeightingView } from "./weighting-view"

/** One framework: how it scores, its source, and every version that was published. */
export function FrameworkView({ frameworkKey }: { frameworkKey: string }) {
  const trpc = useTRPC()
  const { data: frameworks } = useSuspenseQuery(trpc.scoring.listFrameworks.queryOptions({ history: true }))
  const asked = Number(useSearchParams().get("version"))
  const framework = frameworks.find(({ key }) => key === frameworkKey)
  const shown = framework?.versions.find(({ version }) => version === asked) ?? framework?.versions[0]
  if (!framework || !shown) return <MissingFramework frameworkKey={frameworkKey} />
  return <Shown framework={framework} shown={shown} />
}

function Shown({ framework, shown }: { framework: ListedFramework; shown: FrameworkVersion }) {
  const { workspace, may, now } = useWorkspace()
  const { definition } = shown
  const base = `/${workspace.slug}/settings/frameworks`
  const here = `${base}/${framework.key}`
  const mayConfigure = may("scoring.configure")
  const old = shown.version < framework.version
  const rank = `/${workspace.slug}/backlog/scoring?framework=${framework.key}${old ? `&version=${shown.version}` : ""}`
  const action = framework.builtIn
    ? { label: "Copy as own framework", href: `${here}/copy` }
    : { label: "Publish new version", href: `${here}/edit` }
  return (
    <>
      <PageHead
        title={definition.name}
        crumbs={[{ label: "Scoring frameworks", href: base }]}
        state={
          <>
            <Chip>Version {shown.version}</Chip>
            {METHOD_LABELS[definition.method]}, published <RelativeTime iso={shown.publishedAt} now={now} />{" "}
            by {shown.publishedBy?.name ?? "somebody who left"}. <Link href={rank}>See the ranking</Link>
          </>
        }
        actions={
          <>
            {framework.builtIn ? null : (
              <Link className={buttonClass()} href={`${here}/copy`}>
                Copy as own framework
              </Link>
            )}
            {mayConfigure.ok ? (
              <Link className={buttonClass({ variant: "primary" })} href={action.href}>
                {action.label}
              </Link>
            ) : (
              <Button variant="primary" disabledReason={mayConfigure.reason}>
                {action.label}
              </Button>
            )}
          </>
        }
      />
      {old ? (
        <Notice state="warning">
          <b>Version {framework.version} is the latest.</b> Version {shown.version} takes no more scores;
          those given under it stay readable. <Link href={here}>Show the latest version</Link>
        </Notice>
      ) : null}
      {isRelative(definition) ? <Notice state="warning">{RELATIVE_NOTE}</Notice> : null}
      <div className="framework-about">
        <p className="formula">{FORMULAS[definition.method](definition)}</p>
        {definition.method === "expression"
          ? expressionWords(definition).parts.map((part) => (
              <p key={part} className="hint">
                {part}
              </p>
            ))
          : null}
        {definition.thresholds ? (
          <p className="hint">
            The matrix is split at value {definition.thresholds.value} and effort{" "}
            {definition.thresholds.effort}.
          </p>
        ) : null}
        {definition.description ? <p>{definition.description}</p> : null}
        {definition.source ? <p className="hint">Source: {definition.source}</p> : null}
      </div>
      <SectionHead id="criteria" title="Criteria" note="Scale, and what its ends mean" />
      <CriteriaTable framework={definition} />
      {isWeighted(definition) ? <WeightingView framework={definition} /> : null}
      <div className="h-6" />
      <SectionHead id="versions" title="Versions" note="Scores stay with the version they were given under" />
      <VersionTable framework={framework} shown={shown.version} href={here} />
    </>
  )
}
