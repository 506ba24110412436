"use client"
import { useMutation } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { RelativeTime } from "@/components/ui/relative-time"
import { SectionHead } from "@/components/ui/section-head"
import { StateWord } from "@/components/ui/state-word"
import { notify } from "@/components/ui/toast"
import { OPINION_LABELS } from "@/server/dpia/domain/assessment-fields"
import { useAssessment, useEditReason } from "./use-assessment"

const Markdown = dynamic(() => import("@/components/ui/markdown").then((module) => module.Markdown))
const AdviceDialog = dynamic(() => import("./advice-dialog"), { ssr: false })
const ConfirmDialog = dynamic(
  () => import("@/components/ui/confirm-dialog").then((module) => module.ConfirmDialog),
  { ssr: false },
)

/** The officer's advice (Art. 35(2)), and why it was overruled where it was. */
export function AdviceSection() {
  const trpc = useTRPC()
  const { may, now } = useWorkspace()
  const { assessment, refresh } = useAssessment()
  const reason = useEditReason()
  const [open, setOpen] = useState<"give" | "overrule" | null>(null)
  const failed = (error: unknown) => notify.error(errorMessage(error))
  const ask = useMutation(trpc.dpia.askForAdvice.mutationOptions({ onSuccess: refresh, onError: failed }))
  const overrule = useMutation(trpc.dpia.overruleAdvice.mutationOptions({ onSuccess: refresh }))
  const { advice } = assessment
  const mayAdvise = may("dpia.advise").ok && reason === undefined
  return (
    <section className="question">
      <SectionHead title="Advice of the data protection officer" note="Art. 35(2) GDPR" />
      {advice.status === null ? (
        <p className="muted">
          {advice.askedAt ? (
            <>
              Asked by {advice.askedBy?.name ?? "somebody"}{" "}
              <RelativeTime iso={advice.askedAt} now={now} past />. It waits on the officer.
            </>
          ) : (
            "Nobody has asked for it yet. The officer advises before the assessment is handed in."
          )}
        </p>
      ) : (
        <>
          <p>
            <StateWord state={advice.status === 1 ? "good" : "bad"}>
              {OPINION_LABELS[advice.status]}
            </StateWord>{" "}
            <span className="hint">
              {advice.names}
              {advice.at ? (
                <>
                  , <RelativeTime iso={advice.at} now={now} past />
                </>
              ) : null}
              {advice.version === null ? ", came with a file" : `, on version ${advice.version}`}
            </span>
          </p>
          <Markdown text={advice.opinion} />
        </>
      )}
      {advice.version !== null && advice.status !== null && advice.version < assessment.version ? (
        <Notice state="warning">
          <b>The advice was given on version {advice.version}.</b> Ask again if what changed since matters.
        </Notice>
      ) : null}
      {advice.overruled ? (
        <Notice state="warning">
          <b>Overruled by {advice.overruled.by?.name ?? "somebody"}.</b> {advice.overruled.reason}
        </Notice>
      ) : null}
      <span className="mt-3 flex flex-wrap gap-2">
        {mayAdvise ? (
          <Button onClick={() => setOpen("give")}>
            {advice.status === null ? "Give advice" : "Change advice"}
          </Button>
        ) : null}
        {reason === undefined && !advice.askedAt ? (
          <Button pending={ask.isPending} onClick={() => ask.mutate({ id: assessment.id })}>
            {advice.status === null ? "Ask for advice" : "Ask again"}
          </Button>
        ) : null}
        {reason === undefined && advice.status === 0 ? (
          <Button onClick={() => setOpen("overrule")}>Overrule advice</Button>
        ) : null}
      </span>
      {open === "give" ? <AdviceDialog onClose={() => setOpen(null)} /> : null}
      {open === "overrule" ? (
        <ConfirmDialog
          open
          danger={false}
          onOpenChange={() => setOpen(null)}
          title="Overrule the advice?"
          description="The advice stays as it is. The reason stands beside it and is signed with the assessment."
          action="Overrule advice"
          ask={{ kind: "reason" }}
          onConfirm={async (why) => {
            await overrule.mutateAsync({ id: assessment.id, lock: assessment.lock, reason: why })
          }}
        />
      ) : null}
    </section>
  )
}
