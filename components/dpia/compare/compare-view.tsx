"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useAddress } from "@/components/shell/use-address"
import { Checkbox } from "@/components/ui/checkbox"
import { PageHead } from "@/components/ui/page-head"
import "../dpia.css"
import { comparedEntries, type MarkedParagraph, type VersionPair } from "./prepare-compare"

type Props = { assessmentKey: string; pair: VersionPair }

/** Two versions of an assessment beside each other; what only one of them says is marked. */
export function CompareView({ assessmentKey, pair }: Props) {
  const trpc = useTRPC()
  const { workspace } = useWorkspace()
  const { params, set } = useAddress()
  const { data: assessment } = useSuspenseQuery(trpc.dpia.getAssessment.queryOptions({ key: assessmentKey }))
  const { data } = useSuspenseQuery(trpc.dpia.compareVersions.queryOptions({ id: assessment.id, ...pair }))
  const all = params.get("show") === "all"
  const changed = data.sections.filter((entry) => entry.changed).length
  const entries = comparedEntries(data.sections, !all)
  const base = `/${workspace.slug}/privacy`
  const later = pair.to === "present" ? `version ${data.to}, as it stands now` : `version ${data.to}`
  return (
    <>
      <PageHead
        title={`${assessment.name}: version ${data.from} and ${later}`}
        crumbs={[
          { label: "Privacy", href: base },
          { label: assessment.key, href: `${base}/assessments/${assessment.key}` },
          { label: "Compare" },
        ]}
        state={`${changed} of ${data.sections.length} entries differ.`}
      />
      <p className="mb-4">
        <Checkbox checked={all} onChange={(event) => set("show", event.target.checked ? "all" : null)}>
          Show what is the same, too
        </Checkbox>
      </p>
      <div className="compare">
        <div className="compare-row compare-heads">
          <h2>Version {data.from}</h2>
          <h2>Version {data.to}</h2>
        </div>
        {entries.length === 0 ? <p className="muted">Both versions say the same.</p> : null}
        {entries.map(({ id, title, section, before, after }) => (
          <section key={id} aria-label={title}>
            <h3>
              <span className="tag">{section}</span> {title}
            </h3>
            <div className="compare-row">
              <Side paragraphs={before} word="Removed" />
              <Side paragraphs={after} word="Added" />
            </div>
          </section>
        ))}
      </div>
    </>
  )
}

function Side({ paragraphs, word }: { paragraphs: readonly MarkedParagraph[]; word: string }) {
  return (
    <div>
      {paragraphs.length === 0 ? <p className="muted">Nothing</p> : null}
      {paragraphs.map(({ id, text, changed }) =>
        changed ? (
          <p key={id} className={word === "Added" ? "added" : "removed"}>
            <span className="sr-only">{word}: </span>
            {text}
          </p>
        ) : (
          <p key={id}>{text}</p>
        ),
      )}
    </div>
  )
}
