"use client"
import { useSuspenseQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useAddress } from "@/components/shell/use-address"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import { Chip } from "@/components/ui/chip"
import { Menu } from "@/components/ui/menu"
import { PageHead } from "@/components/ui/page-head"
import { ALL_ETHICS_QUESTIONS, ETHICS_QUESTIONS, ETHICS_STATE_LABELS } from "@/server/privacy/domain/ethics"
import type { EthicsAddress } from "@/server/privacy/get-checkpoint"
import { DecisionSide } from "./decision-side"
import { DeclareImpactForm } from "./declare-impact-form"
import { type Checkpoint, decisionLook } from "./prepare-ethics"
import "@/components/dpia/dpia.css"
import "../register/register.css"

const CanvasForm = dynamic(() => import("./canvas-form"), { ssr: false })

/** The ethics checkpoint of a product or an item: is it right to do this, and under which conditions? */
export function CheckpointView({ address }: { address: EthicsAddress }) {
  const trpc = useTRPC()
  const { workspace, may } = useWorkspace()
  const { params, set } = useAddress()
  const [declaring, setDeclaring] = useState(false)
  const { data } = useSuspenseQuery(trpc.privacy.getCheckpoint.queryOptions({ subject: address }))
  const { subject, checkpoint } = data
  const base = `/${workspace.slug}`
  const mayEdit = may("ethics.edit", subject.scope)
  const filled = checkpoint?.highImpact ? checkpoint : null
  const edit = () => set("edit", "1")
  const editing = filled !== null && mayEdit.ok && params.get("edit") !== null
  useShortcuts(filled && mayEdit.ok ? [{ keys: "e", label: "Edit canvas", hint: true, run: edit }] : [])
  return (
    <>
      <PageHead
        title={`Ethics checkpoint of ${subject.title}`}
        crumbs={[
          { label: "Privacy", href: `${base}/privacy` },
          { label: "Ethics checkpoints", href: `${base}/privacy/ethics` },
          { label: subject.name, href: `${base}${subject.path}` },
        ]}
        state={
          checkpoint ? (
            <>
              <Chip state={decisionLook(checkpoint.state, checkpoint.outcome)}>
                {ETHICS_STATE_LABELS[checkpoint.state]}
              </Chip>
              {checkpoint.declaredBy.name}: {checkpoint.declareReason}
            </>
          ) : (
            "Nobody has said whether the use has a high impact on people."
          )
        }
        actions={
          checkpoint && !editing && !declaring ? (
            <>
              <Menu
                trigger={<Button>More</Button>}
                groups={[
                  {
                    entries: [
                      { label: "Print", onSelect: () => window.print() },
                      {
                        label: "Declare impact anew",
                        onSelect: () => setDeclaring(true),
                        disabledReason: mayEdit.ok ? undefined : mayEdit.reason,
                      },
                    ],
                  },
                ]}
              />
              {filled ? (
                <Button
                  variant="primary"
                  disabledReason={mayEdit.ok ? undefined : mayEdit.reason}
                  onClick={edit}
                >
                  Edit canvas
                </Button>
              ) : null}
            </>
          ) : undefined
        }
      />
      {declaring || !checkpoint ? (
        mayEdit.ok ? (
          <DeclareImpactForm
            subject={subject}
            checkpoint={checkpoint}
            onClose={checkpoint ? () => setDeclaring(false) : undefined}
          />
        ) : (
          <p className="muted">{mayEdit.reason}</p>
        )
      ) : editing ? (
        <CanvasForm checkpoint={filled} onClose={() => set("edit", null)} />
      ) : filled ? (
        <div className="dpia-columns">
          <Canvas checkpoint={filled} />
          <DecisionSide checkpoint={filled} scope={subject.scope} />
        </div>
      ) : (
        <p className="muted">Without a high impact no canvas is needed.</p>
      )}
    </>
  )
}

function Canvas({ checkpoint }: { checkpoint: Checkpoint }) {
  return (
    <dl className="points">
      {ALL_ETHICS_QUESTIONS.map((question) => (
        <div key={question}>
          <dt>
            {ETHICS_QUESTIONS[question].label}
            <span className="sub">{ETHICS_QUESTIONS[question].ask}</span>
          </dt>
          <dd>{checkpoint.answers[question] || <span className="unknown">Not answered</span>}</dd>
        </div>
      ))}
    </dl>
  )
}
