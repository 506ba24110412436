"use client"
import { useMutation, useSuspenseQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import Link from "next/link"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import type { AssetDetails } from "@/components/catalog/catalog-data"
import { useRefreshCatalog } from "@/components/catalog/use-refresh-catalog"
import { Button } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Menu } from "@/components/ui/menu"
import { shortDate } from "@/components/ui/prepare-relative-time"
import { safeLink } from "@/components/ui/prepare-safe-link"
import { SectionHead } from "@/components/ui/section-head"
import { RETENTION_DONE } from "@/server/privacy/domain/retention-rule"
import type { AssetPrivacyFacts } from "./privacy-data"
import { DueTable } from "./retention/due-table"

const ApplyDialog = dynamic(() => import("./retention/apply-dialog"), { ssr: false })
const HoldDialog = dynamic(() => import("./retention/hold-dialog"), { ssr: false })
const RecordDialog = dynamic(() => import("./retention/record-dialog"), { ssr: false })

type Asking = { kind: "lift" | "end"; id: string }

/** How long an asset's data is kept, what holds it back, what was deleted, and which purposes need consent. */
export function AssetPrivacy({ asset }: { asset: AssetDetails }) {
  const trpc = useTRPC()
  const refresh = useRefreshCatalog()
  const { workspace, may } = useWorkspace()
  const { data } = useSuspenseQuery(trpc.privacy.getAssetPrivacy.queryOptions({ assetId: asset.id }))
  const { data: retention } = useSuspenseQuery(trpc.privacy.listRetention.queryOptions({}))
  const [open, setOpen] = useState<"apply" | "hold">()
  const [recording, setRecording] = useState<string>()
  const [asking, setAsking] = useState<Asking>()
  const lift = useMutation(trpc.privacy.liftLegalHold.mutationOptions())
  const end = useMutation(trpc.privacy.endRetention.mutationOptions())
  const mayEdit = may("retention.edit")
  const reason = asset.archivedAt ? `${asset.name} is archived` : mayEdit.ok ? undefined : mayEdit.reason
  const due = data.due.find(({ assignmentId }) => assignmentId === recording)
  return (
    <>
      <section className="mt-8">
        <SectionHead
          title="Retention"
          right={
            <Menu
              trigger={<Button size="small">Change</Button>}
              groups={[
                {
                  entries: [
                    {
                      label: "Apply a rule",
                      onSelect: () => setOpen("apply"),
                      disabledReason:
                        reason ??
                        (retention.rules.length === 0 ? "Create a rule under Privacy, Retention" : undefined),
                    },
                    { label: "Place a legal hold", onSelect: () => setOpen("hold"), disabledReason: reason },
                  ],
                },
                ...(data.due.length > 0
                  ? [
                      {
                        entries: data.due.map(({ assignmentId, rule }) => ({
                          label: `Take off ${rule.name}`,
                          danger: true,
                          onSelect: () => setAsking({ kind: "end", id: assignmentId }),
                          disabledReason: reason,
                        })),
                      },
                    ]
                  : []),
              ]}
            />
          }
        />
        {data.due.length > 0 ? (
          <DueTable due={data.due} onRecord={setRecording} withoutAsset />
        ) : (
          <p className="hint">No rule says how long this data may be kept.</p>
        )}
        <Holds holds={data.holds} reason={reason} onLift={(id) => setAsking({ kind: "lift", id })} />
        <Outcomes outcomes={data.outcomes} total={data.outcomeCount} />
      </section>
      <section className="mt-8">
        <SectionHead
          title="Consent"
          right={<Link href={`/${workspace.slug}/privacy/masking#consent`}>Consent purposes</Link>}
        />
        {data.consents.length === 0 ? (
          <p className="hint">No purpose that uses this data needs consent.</p>
        ) : null}
        <ul className="activity">
          {data.consents.map(({ purpose, fieldNames, flagAsset, flagColumn, joinKey }) => (
            <li key={purpose.id}>
              <p>
                <b>{purpose.name}</b> {fieldNames.length > 0 ? fieldNames.join(", ") : "every field"}
                <span className="sub">
                  agreed in{" "}
                  <span className="mono">{flagAsset ? `${flagAsset.name}.${flagColumn}` : flagColumn}</span>
                  {joinKey ? (
                    <>
                      , joined by <span className="mono">{joinKey}</span>
                    </>
                  ) : null}
                </span>
              </p>
            </li>
          ))}
        </ul>
      </section>
      {open === "apply" ? (
        <ApplyDialog rules={retention.rules} asset={asset} onClose={() => setOpen(undefined)} />
      ) : null}
      {open === "hold" ? <HoldDialog asset={asset} onClose={() => setOpen(undefined)} /> : null}
      {due ? <RecordDialog due={due} onClose={() => setRecording(undefined)} /> : null}
      <ConfirmDialog
        open={asking !== undefined}
        onOpenChange={(next) => next || setAsking(undefined)}
        title={asking?.kind === "lift" ? "Lift the legal hold" : "Take the rule off this data"}
        description={
          asking?.kind === "lift"
            ? "Rules take effect again: what is overdue may be deleted at once."
            : "Its due dates go. What was done under it stays as evidence."
        }
        action={asking?.kind === "lift" ? "Lift legal hold" : "Take off rule"}
        ask={{ kind: "reason" }}
        onConfirm={async (answer) => {
          if (asking?.kind === "lift") await lift.mutateAsync({ id: asking.id, reason: answer })
          else if (asking) await end.mutateAsync({ assignmentId: asking.id, reason: answer })
          await refresh()
        }}
      />
    </>
  )
}

type HoldsProps = { holds: AssetPrivacyFacts["holds"]; reason?: string; onLift: (id: string) => void }

/** Legal holds, those in force first. */
function Holds({ holds, reason, onLift }: HoldsProps) {
  const sorted = [...holds].sort((a, b) => Number(b.inForce) - Number(a.inForce))
  return (
    <ul className="activity mt-2">
      {sorted.map((hold) => (
        <li key={hold.id}>
          <p>
            {hold.inForce ? <Chip state="unknown">Legal hold</Chip> : <Chip>Former hold</Chip>} {hold.reason}
            <span className="sub">
              {hold.askedBy ? `${hold.askedBy}, ` : ""}from {shortDate(hold.fromOn)}
              {hold.untilOn ? ` to ${shortDate(hold.untilOn)}` : ""}, placed by {hold.placedBy.name}
              {hold.liftedAt
                ? `; lifted ${shortDate(hold.liftedAt)} by ${hold.liftedBy?.name ?? "somebody"}: “${hold.liftReason}”`
                : ""}
            </span>
          </p>
          {hold.liftedAt === null && reason === undefined ? (
            <Button size="small" onClick={() => onLift(hold.id)}>
              Lift
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

const FIRST = 10

type OutcomesProps = { outcomes: AssetPrivacyFacts["outcomes"]; total: number }

/** What was done and what was put off, newest first. */
function Outcomes({ outcomes, total }: OutcomesProps) {
  const [all, setAll] = useState(false)
  if (outcomes.length === 0) return null
  const shown = all ? outcomes : outcomes.slice(0, FIRST)
  return (
    <>
      <ul className="activity mt-2">
        {shown.map((outcome) => {
          const href = outcome.link ? safeLink(outcome.link) : undefined
          return (
            <li key={outcome.id}>
              <p>
                {outcome.outcome === "executed"
                  ? `${RETENTION_DONE[outcome.action]} ${(outcome.count ?? 0).toLocaleString("en")} records`
                  : `Put off to ${shortDate(outcome.deferredTo ?? outcome.doneOn)}`}
                , {outcome.ruleName}
                <span className="sub">
                  {outcome.by.name}
                  {outcome.reason ? `: “${outcome.reason}”` : ""}
                  {outcome.evidence ? <span className="mono block">{outcome.evidence}</span> : null}
                  {href ? <a href={href}>Open the evidence</a> : null}
                </span>
              </p>
              <span className="hint">{shortDate(outcome.doneOn)}</span>
            </li>
          )
        })}
      </ul>
      {outcomes.length > shown.length ? (
        <Button size="small" onClick={() => setAll(true)}>
          Show {outcomes.length < total ? `the latest ${outcomes.length} of ${total}` : `all ${total}`}
        </Button>
      ) : null}
      {all && total > outcomes.length ? (
        <p className="hint">
          The latest {outcomes.length} of {total.toLocaleString("en-GB")}. The audit trail holds the rest.
        </p>
      ) : null}
    </>
  )
}
