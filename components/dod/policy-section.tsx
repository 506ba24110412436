"use client"
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC, useTRPCClient } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { RelativeTime } from "@/components/ui/relative-time"
import { SectionHead } from "@/components/ui/section-head"
import { Select } from "@/components/ui/select"
import { notify } from "@/components/ui/toast"
import {
  DONE_GATE_HELP,
  DONE_GATE_LABELS,
  DONE_GATES,
  type DoneGatePolicy,
} from "@/server/backlog/domain/board-policy"

/** What the board does with work that comes to Done and is not done. */
export function PolicySection() {
  const trpc = useTRPC()
  const api = useTRPCClient()
  const queries = useQueryClient()
  const { may, now } = useWorkspace()
  const { data: policy } = useSuspenseQuery(trpc.backlog.getBoardPolicy.queryOptions({}))
  const [chosen, setChosen] = useState<DoneGatePolicy>()
  const [pending, setPending] = useState(false)
  const allowed = may("backlog.configure")
  const doneGate = chosen ?? policy.doneGate
  const save = async () => {
    setPending(true)
    try {
      await api.backlog.setBoardPolicy.mutate({ version: policy.version, doneGate })
      notify.success("The board follows this from now on. What is done already stays done")
    } catch (error) {
      notify.error(`The policy was not set. ${errorMessage(error)}`)
    }
    await queries.invalidateQueries({ queryKey: trpc.backlog.getBoardPolicy.pathKey() })
    setChosen(undefined)
    setPending(false)
  }
  return (
    <section className="dod-policy" aria-labelledby="policy">
      <SectionHead id="policy" title="Before Done" note="On the board, in lists, imports and the API alike" />
      <Field label="When required checks are missing" hint={DONE_GATE_HELP[doneGate]}>
        {(control) => (
          <Select
            {...control}
            value={doneGate}
            disabled={!allowed.ok}
            options={DONE_GATES.map((value) => ({ value, label: DONE_GATE_LABELS[value] }))}
            onChange={(event) => setChosen(event.target.value as DoneGatePolicy)}
          />
        )}
      </Field>
      <div className="acts">
        <Button
          pending={pending}
          disabledReason={
            allowed.ok
              ? doneGate === policy.doneGate
                ? "This is how it is set now"
                : undefined
              : allowed.reason
          }
          onClick={() => void save()}
        >
          Set policy
        </Button>
      </div>
      <p className="hint mt-2">
        {policy.setAt ? (
          <>
            Set by {policy.setBy ?? "somebody"}, <RelativeTime iso={policy.setAt} now={now} past />, version{" "}
            {policy.version}.
          </>
        ) : (
          "No policy was set yet."
        )}
      </p>
    </section>
  )
}
