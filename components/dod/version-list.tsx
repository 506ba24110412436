"use client"
import { useWorkspace } from "@/components/api/workspace"
import { Chip } from "@/components/ui/chip"
import { EmptyState } from "@/components/ui/empty-state"
import { RelativeTime } from "@/components/ui/relative-time"
import { SectionHead } from "@/components/ui/section-head"
import type { CheckKind } from "@/server/dod/domain/check-kind"
import { EVIDENCE_LABELS } from "@/server/dod/domain/template"
import type { TemplateVersion } from "./done-data"
import { diffLines, titleOf } from "./prepare-template"

const SIGNS = { added: "New", removed: "Gone", changed: "Changed" } as const

/** Every version, the newest first: what it asks for, and what it asks differently from the one before. */
export function VersionList({
  versions,
  kinds,
}: {
  versions: readonly TemplateVersion[]
  kinds: readonly CheckKind[]
}) {
  if (versions.length === 0) {
    return (
      <EmptyState title="No version yet">
        A Definition of Done is a list of checks that this kind of deliverable has to hold: people mark some
        of them with evidence, Plumbline computes others from facts. Write the first version and publish it.
      </EmptyState>
    )
  }
  return (
    <section aria-labelledby="versions">
      <SectionHead id="versions" title="Versions" />
      <ol className="dod-versions">
        {versions.map((version, index) => (
          <li key={version.id}>
            <Version version={version} before={versions[index + 1]} kinds={kinds} open={index === 0} />
          </li>
        ))}
      </ol>
    </section>
  )
}

type VersionProps = {
  version: TemplateVersion
  before: TemplateVersion | undefined
  kinds: readonly CheckKind[]
  open: boolean
}

function Version({ version, before, kinds, open }: VersionProps) {
  const { now } = useWorkspace()
  const { checks, note } = version.definition
  const lines = before ? diffLines(before.definition, version.definition, kinds) : []
  return (
    <>
      <p>
        <b>Version {version.version}</b>{" "}
        {version.state === "draft" ? (
          <Chip>Draft</Chip>
        ) : (
          <span className="hint">
            published by {version.publishedByName ?? "somebody who left"},{" "}
            <RelativeTime iso={version.publishedAt ?? version.changedAt} now={now} past />
          </span>
        )}
      </p>
      {note ? <p>{note}</p> : null}
      {lines.length > 0 ? (
        <ul className="dod-diff" aria-label={`What version ${version.version} changed`}>
          {lines.map(({ sign, text }) => (
            <li key={`${sign} ${text}`}>
              <Chip>{SIGNS[sign]}</Chip> {text}
            </li>
          ))}
        </ul>
      ) : null}
      <details open={open}>
        <summary>{checks.length === 1 ? "1 check" : `${checks.length} checks`}</summary>
        <ol>
          {checks.map((check) => (
            <li key={check.key}>
              {titleOf(check, kinds)}{" "}
              <span className="hint">
                {check.kind === "computed" ? "computed" : EVIDENCE_LABELS[check.evidence].toLowerCase()}
                {check.level === "advisory" ? ", advisory" : ""}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </>
  )
}
