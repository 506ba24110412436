"use client"
import { useState } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { shortDate } from "@/components/ui/prepare-relative-time"
import { SectionHead } from "@/components/ui/section-head"
import { StateWord } from "@/components/ui/state-word"
import { notify } from "@/components/ui/toast"
import { mayDecide } from "@/server/strategy/domain/funding-rules"
import type { FundingRequestRow } from "@/server/strategy/domain/initiative-row"
import type { InitiativeDetails } from "../strategy-data"
import { MoneyForm } from "./money-form"
import { moneyWords } from "./prepare-roadmap"
import { useFunding } from "./use-funding"

type Props = { initiative: InitiativeDetails; currency: string | null }
type Open = "ask" | "approve" | "decline" | null

/** What was asked for, and who decided what and why. Whoever asked does not decide. */
export function FundingPart({ initiative, currency }: Props) {
  const { may, me } = useWorkspace()
  const { ask, decide } = useFunding()
  const [open, setOpen] = useState<Open>(null)
  const mayEdit = may("strategy.edit")
  const mayFund = may("strategy.fund")
  const waiting = initiative.requests.find(({ decision }) => decision === null)
  const verdict = !mayFund.ok
    ? mayFund
    : waiting
      ? mayDecide({ askedById: waiting.askedBy.id }, me.id)
      : mayFund
  const begin = { amount: "", currency: currency ?? "EUR", day: "", text: "", reason: "" }
  const close = () => setOpen(null)
  return (
    <section className="panel-part">
      <SectionHead
        title="Funding"
        right={
          open || waiting ? undefined : (
            <Button
              size="small"
              disabledReason={mayEdit.ok ? undefined : mayEdit.reason}
              onClick={() => setOpen("ask")}
            >
              Ask for funding
            </Button>
          )
        }
      />
      {initiative.requests.length === 0 && !open ? (
        <p className="hint">Nobody has asked for money yet.</p>
      ) : null}
      <ul className="requests">
        {initiative.requests.map((request) => (
          <Request key={request.id} request={request} />
        ))}
      </ul>
      {waiting && !open ? (
        <div className="acts">
          <Button
            size="small"
            disabledReason={verdict.ok ? undefined : verdict.reason}
            onClick={() => setOpen("approve")}
          >
            Approve
          </Button>
          {verdict.ok ? (
            <Button size="small" onClick={() => setOpen("decline")}>
              Decline
            </Button>
          ) : null}
        </div>
      ) : null}
      {open === "ask" ? (
        <MoneyForm
          title="Ask for funding"
          action="Ask for it"
          begin={begin}
          labels={{ reason: "What it is for", ...(currency ? {} : { currency: "Currency" }) }}
          onSave={async ({ amount, currency: unit, reason }) => {
            await ask({ initiativeId: initiative.id, amount, currency: unit, reason })
            notify.success(`Asked for ${amount} ${unit}`)
            close()
          }}
          onCancel={close}
        />
      ) : null}
      {waiting && open === "approve" ? (
        <MoneyForm
          title="Approve funding"
          action="Approve"
          begin={{ ...begin, amount: waiting.amount }}
          labels={{ reason: "Why" }}
          onSave={async ({ amount, reason }) => {
            await decide({ requestId: waiting.id, decision: "approved", amount, reason })
            notify.success(`Approved ${amount} ${waiting.currency}`)
            close()
          }}
          onCancel={close}
        />
      ) : null}
      {waiting && open === "decline" ? (
        <MoneyForm
          title="Decline funding"
          action="Decline"
          begin={begin}
          withoutAmount
          labels={{ reason: "Why" }}
          onSave={async ({ reason }) => {
            await decide({ requestId: waiting.id, decision: "declined", reason })
            notify.success("Declined")
            close()
          }}
          onCancel={close}
        />
      ) : null}
    </section>
  )
}

function Request({ request }: { request: FundingRequestRow }) {
  const { now } = useWorkspace()
  const { amount, currency, reason, askedBy, askedAt, decision } = request
  return (
    <li>
      <p>
        <b className="tab">
          {moneyWords(amount)} {currency}
        </b>{" "}
        asked by {askedBy.name}, {shortDate(askedAt, now)}
        <span className="sub">{reason}</span>
      </p>
      {decision ? (
        <p>
          <StateWord state={decision.decision === "approved" ? "good" : "bad"}>
            {decision.decision === "approved" ? `Approved ${moneyWords(decision.amount)}` : "Declined"}
          </StateWord>{" "}
          by {decision.by.name}, {shortDate(decision.at, now)}
          <span className="sub">{decision.reason}</span>
        </p>
      ) : (
        <StateWord state="warning">Waits for a decision</StateWord>
      )}
    </li>
  )
}
