"use client"
import dynamic from "next/dynamic"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { RelativeTime } from "@/components/ui/relative-time"
import { SectionHead } from "@/components/ui/section-head"
import { levelName, levelOf, STRENGTH_LABELS } from "@/server/catalog/domain/scheme"
import type { AssetDetails, SchemeNow } from "./catalog-data"
import { decisionWords } from "./prepare-fields"

const Markdown = dynamic(() => import("@/components/ui/markdown").then((module) => module.Markdown))

type Props = { asset: AssetDetails; scheme: SchemeNow }

/** Where it is, how data of its level is handled, and who decided what. */
export function AssetAbout({ asset, scheme }: Props) {
  const { workspace, now } = useWorkspace()
  const level = levelOf(scheme, asset.level.known)
  return (
    <>
      <section>
        <SectionHead title="What it is" />
        <dl className="facts">
          <dt>Location</dt>
          <dd>{asset.location || <span className="unknown">Not given</span>}</dd>
          <dt>Product</dt>
          <dd>
            {asset.product ? (
              <Link href={`/${workspace.slug}/products/${asset.product.slug}`}>{asset.product.name}</Link>
            ) : (
              <span className="muted">none</span>
            )}
          </dd>
          <dt>Owner</dt>
          <dd>{asset.owner?.name ?? <span className="unknown">Nobody yet</span>}</dd>
          <dt>Changed</dt>
          <dd>
            <RelativeTime iso={asset.updatedAt} now={now} past />
          </dd>
        </dl>
        {asset.description ? <Markdown text={asset.description} /> : null}
      </section>
      <section className="mt-8">
        <SectionHead
          title="Handling"
          note={
            level
              ? `${levelName(scheme, level.key)}, ${asset.level.from === "set" ? "set by a person" : "from its highest field"}`
              : undefined
          }
        />
        {level ? (
          <dl className="facts">
            <dt>Encrypted at rest</dt>
            <dd>{STRENGTH_LABELS[level.atRest]}</dd>
            <dt>Encrypted in transit</dt>
            <dd>{STRENGTH_LABELS[level.inTransit]}</dd>
            <dt>Masking</dt>
            <dd>{STRENGTH_LABELS[level.masking]}</dd>
            <dt>Access</dt>
            <dd>{level.access || "No rule"}</dd>
            <dt>Export</dt>
            <dd>{level.export || "No rule"}</dd>
            <dt>Retention</dt>
            <dd>{level.retention || "No rule"}</dd>
          </dl>
        ) : (
          <p className="hint">
            Nobody has classified it, so nobody knows how to handle it. Treat it as the highest level until
            then.
          </p>
        )}
      </section>
      <section className="mt-8">
        <SectionHead title="Decisions" note="newest first, kept for good" />
        {asset.history.length === 0 ? <p className="hint">Nothing has been classified yet.</p> : null}
        <ul className="activity">
          {asset.history.slice(0, 12).map((decision) => (
            <li key={decision.id}>
              <p>
                <b className="mono">{decision.fieldName ?? asset.name}</b>{" "}
                {decisionWords(decision, scheme.levels, scheme.classes)}
                <span className="sub">
                  {decision.by.name}
                  {decision.suggested ? ", from a suggestion" : ""}
                  {decision.reason ? `: “${decision.reason}”` : ""}
                </span>
              </p>
              <span className="hint">
                <RelativeTime iso={decision.at} now={now} past />
              </span>
            </li>
          ))}
        </ul>
        {asset.history.length > 12 ? <p className="hint">Older decisions are in the audit trail.</p> : null}
      </section>
    </>
  )
}
