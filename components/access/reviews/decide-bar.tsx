"use client"
import { useMutation } from "@tanstack/react-query"
import { useId, useRef, useState } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { TextInput } from "@/components/ui/text-input"
import { notify } from "@/components/ui/toast"
import { type LineDecision, needsJustification } from "@/server/access/domain/review"
import { useRefreshAccess } from "../use-refresh-access"
import { chosenWords } from "./prepare-lines"

const DONE: Record<LineDecision, string> = { keep: "kept", revoke: "revoked", escalate: "handed on" }

type Props = {
  reviewId: string
  lineIds: readonly string[]
  /** How many of them are on other pages of the list. */
  elsewhere: number
  onDone: () => void
}

/** Decides on the chosen lines together. How long they were looked at is kept with the decision. */
export function DecideBar({ reviewId, lineIds, elsewhere, onDone }: Props) {
  const trpc = useTRPC()
  const refresh = useRefreshAccess()
  const errorId = useId()
  const began = useRef(Date.now())
  const [why, setWhy] = useState("")
  const [error, setError] = useState<string>()
  const decide = useMutation(trpc.access.decideLines.mutationOptions())
  const count = lineIds.length
  const lines = `${count} ${count === 1 ? "line" : "lines"}`
  const say = async (decision: LineDecision) => {
    setError(undefined)
    if (needsJustification(decision, count) && why.trim().length < 3) {
      setError(
        decision === "keep"
          ? "Say why these lines can be kept together"
          : `Say why; it is kept with the decision`,
      )
      return
    }
    try {
      const durationMs = Math.max(0, Date.now() - began.current)
      const input = { reviewId, lineIds: [...lineIds], decision, justification: why, durationMs }
      const { failed } = await decide.mutateAsync(input)
      began.current = Date.now()
      setWhy("")
      onDone()
      await refresh()
      if (failed > 0) notify.error(`${failed} of ${lines} could not be revoked; the review lists them`)
      else notify.success(`${lines} ${DONE[decision]}`)
    } catch (cause) {
      setError(fieldErrors(cause).justification ?? errorMessage(cause))
    }
  }
  const idle = count === 0 ? "Choose the lines that you decide on" : undefined
  return (
    <section className="decide-bar" aria-label="Decide on the chosen lines">
      <div className="row">
        <b>{chosenWords(count, elsewhere)}</b>
        <TextInput
          aria-label="Reason"
          placeholder="Reason: needed to revoke, to hand on, and for several lines at once"
          aria-describedby={error ? errorId : undefined}
          aria-invalid={error ? true : undefined}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
        />
        <Button
          variant="primary"
          disabledReason={idle}
          reasonId={errorId}
          pending={decide.isPending}
          onClick={() => void say("keep")}
        >
          Keep
        </Button>
        <Button
          variant="danger"
          disabledReason={idle}
          reasonId={errorId}
          pending={decide.isPending}
          onClick={() => void say("revoke")}
        >
          Revoke now
        </Button>
        <Button
          disabledReason={idle}
          reasonId={errorId}
          pending={decide.isPending}
          onClick={() => void say("escalate")}
        >
          Hand on
        </Button>
      </div>
      <p className={error ? "bad" : "hint"} id={errorId} role={error ? "alert" : undefined}>
        {error ?? idle ?? "A revocation is carried out at once and its result is kept."}
      </p>
    </section>
  )
}
