"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { ApprovalPanel } from "@/components/approvals/approval-panel"
import { ProgressBar } from "@/components/ui/progress-bar"
import { RelativeTime } from "@/components/ui/relative-time"
import { StateWord } from "@/components/ui/state-word"
import { RISK_WEIGHT_LABELS } from "@/server/dpia/domain/risk"
import { WEIGHT_LOOKS } from "../prepare-states"
import { useAssessment } from "./use-assessment"

/** How far it is, who wrote it, what remains, and how its approval stands. */
export function SideFacts({ approval }: { approval: boolean }) {
  const { workspace, now } = useWorkspace()
  const { assessment } = useAssessment()
  const { product, item, author, category, progress, riskWeight, reviewOn, updatedAt } = assessment
  const base = `/${workspace.slug}`
  return (
    <>
      <section aria-labelledby="facts">
        <h2 id="facts">About it</h2>
        <ProgressBar label="Progress" value={progress} words={`${progress} % answered and judged`} />
        <dl className="dpia-facts mt-3">
          <dt>Product</dt>
          <dd>
            <Link href={`${base}/products/${product.slug}`}>{product.name}</Link>
          </dd>
          {item ? (
            <>
              <dt>Item</dt>
              <dd>
                <Link href={`${base}/items/${item.key}`}>
                  {item.key} {item.title}
                </Link>
              </dd>
            </>
          ) : null}
          <dt>Author</dt>
          <dd>{author.name}</dd>
          {category ? (
            <>
              <dt>Category</dt>
              <dd>{category}</dd>
            </>
          ) : null}
          <dt>Risk that remains</dt>
          <dd>
            <StateWord state={WEIGHT_LOOKS[riskWeight]}>{RISK_WEIGHT_LABELS[riskWeight]}</StateWord>
          </dd>
          <dt>Next review</dt>
          <dd>{reviewOn ? <RelativeTime iso={reviewOn} now={now} /> : "not set"}</dd>
          <dt>Changed</dt>
          <dd>
            <RelativeTime iso={updatedAt} now={now} past />
          </dd>
        </dl>
      </section>
      {approval ? (
        <section aria-labelledby="side-approval">
          <h2 id="side-approval">Approval</h2>
          <ApprovalPanel
            kind="dpia"
            subjectId={assessment.id}
            current={assessment.version}
            empty="Not asked for yet."
          />
        </section>
      ) : null}
    </>
  )
}
