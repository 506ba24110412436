"use client"
import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import Link from "next/link"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Dialog } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import { SectionHead } from "@/components/ui/section-head"
import { SkeletonLines } from "@/components/ui/skeleton"
import { StateWord } from "@/components/ui/state-word"
import { notify } from "@/components/ui/toast"
import LinkDialog from "../links/link-dialog"
import { SubjectList } from "../links/subject-list"
import { useLinks } from "../links/use-links"
import type { InitiativeDetails } from "../strategy-data"
import { FundingPart } from "./funding-part"
import InitiativeFormDialog from "./initiative-form-dialog"
import { quartersWords } from "./prepare-roadmap"
import { SpendingPart } from "./spending-part"
import { useFunding } from "./use-funding"

const Markdown = dynamic(() => import("@/components/ui/markdown").then((module) => module.Markdown))

type Props = { id: string; currency: string | null; onClose: () => void }

/** One initiative in front of the roadmap: what it is for, its money, and what it touches. */
export default function InitiativePanel({ id, currency, onClose }: Props) {
  const trpc = useTRPC()
  const { may } = useWorkspace()
  const { data, error } = useQuery(trpc.strategy.getInitiative.queryOptions({ id }, { retry: false }))
  const [doing, setDoing] = useState<"edit" | "link" | "drop" | null>(null)
  const { drop } = useFunding()
  const mayEdit = may("strategy.edit")
  const reason = mayEdit.ok ? undefined : mayEdit.reason
  const done = () => setDoing(null)
  if (data && doing === "edit") return <InitiativeFormDialog initiative={data} onClose={done} />
  if (data && doing === "link")
    return <LinkDialog target={{ initiativeId: id }} to={`It is part of ${data.name}.`} onClose={done} />
  if (data && doing === "drop") {
    return (
      <ConfirmDialog
        open
        onOpenChange={done}
        title={`Take ${data.name} off the roadmap?`}
        description="Its funding stays in the records."
        action="Take it off"
        ask={{ kind: "reason" }}
        onConfirm={async (why) => {
          await drop({ id, version: data.version, reason: why })
          notify.success(`Took ${data.name} off the roadmap`)
          onClose()
        }}
      />
    )
  }
  return (
    <Dialog
      open
      wide
      reading
      onOpenChange={(open) => open || onClose()}
      title={data?.name ?? "Initiative"}
      actions={
        data ? (
          <>
            <Button variant="quiet" disabledReason={reason} onClick={() => setDoing("drop")}>
              Take off the roadmap
            </Button>
            {mayEdit.ok ? <Button onClick={() => setDoing("edit")}>Edit initiative</Button> : null}
          </>
        ) : undefined
      }
    >
      {error ? <Notice state="bad">{errorMessage(error)}</Notice> : null}
      {!data && !error ? <SkeletonLines lines={5} label="Loading the initiative" /> : null}
      {data ? <Details initiative={data} currency={currency} onLink={() => setDoing("link")} /> : null}
    </Dialog>
  )
}

type DetailsProps = { initiative: InitiativeDetails; currency: string | null; onLink: () => void }

function Details({ initiative, currency, onLink }: DetailsProps) {
  const { workspace, may } = useWorkspace()
  const { remove } = useLinks()
  const mayEdit = may("strategy.edit").ok
  const { objective, keyResult, sponsor, owner, warnings, description, links, hiddenLinks } = initiative
  const nobody = <span className="unknown">Nobody yet</span>
  return (
    <>
      {warnings.length > 0 ? (
        <p className="kr-state">
          {warnings.map(({ kind, text }) => (
            <StateWord key={kind} state={kind === "overspent" ? "bad" : "warning"}>
              {text}
            </StateWord>
          ))}
        </p>
      ) : null}
      <dl className="facts">
        <dt>Quarters</dt>
        <dd>{quartersWords(initiative)}</dd>
        <dt>For</dt>
        <dd>
          {objective ? (
            <Link href={`/${workspace.slug}/strategy/objectives/${objective.key}`}>
              {objective.key} {objective.title}
            </Link>
          ) : (
            <span className="unknown">No objective</span>
          )}
          {keyResult ? <span className="hint"> {keyResult.metric}</span> : null}
        </dd>
        <dt>Sponsor</dt>
        <dd>{sponsor?.name ?? nobody}</dd>
        <dt>Owner</dt>
        <dd>{owner?.name ?? nobody}</dd>
      </dl>
      {description ? <Markdown text={description} /> : null}
      <FundingPart initiative={initiative} currency={currency} />
      <SpendingPart initiative={initiative} currency={currency} />
      <section className="panel-part">
        <SectionHead
          title="Products and items"
          right={
            mayEdit ? (
              <Button size="small" onClick={onLink}>
                Link
              </Button>
            ) : undefined
          }
        />
        {links.length + hiddenLinks === 0 ? <p className="hint">Nothing is linked yet.</p> : null}
        <SubjectList
          links={links}
          hidden={hiddenLinks}
          onRemove={
            mayEdit
              ? (link) => void remove(link.linkId, link.type === "product" ? link.name : link.key)
              : undefined
          }
        />
      </section>
    </>
  )
}
