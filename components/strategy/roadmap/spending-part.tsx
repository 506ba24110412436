"use client"
import { useState } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { classNames } from "@/components/ui/class-names"
import { shortDate } from "@/components/ui/prepare-relative-time"
import { SectionHead } from "@/components/ui/section-head"
import { ActionsTh, Table, Td, Th } from "@/components/ui/table"
import { notify } from "@/components/ui/toast"
import type { SpendingRow } from "@/server/strategy/domain/initiative-row"
import type { InitiativeDetails } from "../strategy-data"
import { MoneyForm } from "./money-form"
import { moneyWords } from "./prepare-roadmap"
import { useFunding } from "./use-funding"

type Props = { initiative: InitiativeDetails; currency: string | null }

/** Money that was spent, by day; corrected rows stay readable. */
export function SpendingPart({ initiative, currency }: Props) {
  const { may, now } = useWorkspace()
  const { spend, correct } = useFunding()
  const [open, setOpen] = useState<"book" | SpendingRow | null>(null)
  const mayFund = may("strategy.fund")
  const close = () => setOpen(null)
  const begin = { amount: "", currency: currency ?? "EUR", day: now.slice(0, 10), text: "", reason: "" }
  const { spendings } = initiative
  return (
    <section className="panel-part">
      <SectionHead
        title="Spent"
        right={
          open || !mayFund.ok ? undefined : (
            <Button size="small" onClick={() => setOpen("book")}>
              Book spending
            </Button>
          )
        }
      />
      {spendings.length === 0 ? <p className="hint">Nothing is booked yet.</p> : null}
      {spendings.length > 0 ? (
        <Table label={`Spent on ${initiative.name}`}>
          <thead>
            <tr>
              <Th>Day</Th>
              <Th num>{spendings[0]?.currency}</Th>
              <Th>On what</Th>
              {mayFund.ok ? <ActionsTh /> : null}
            </tr>
          </thead>
          <tbody>
            {spendings.map((row) => (
              <tr key={row.id} className={classNames(row.supersededBy && "replaced")}>
                <th scope="row">{shortDate(row.spentOn, now)}</th>
                <Td num>{moneyWords(row.amount)}</Td>
                <Td>
                  {row.note}
                  {row.reason ? <small>Corrected: {row.reason}</small> : null}
                </Td>
                {mayFund.ok ? (
                  <Td num>
                    {row.supersededBy ? null : (
                      <Button
                        size="small"
                        variant="quiet"
                        aria-label={`Correct the spending of ${row.spentOn}`}
                        onClick={() => setOpen(row)}
                      >
                        Correct
                      </Button>
                    )}
                  </Td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </Table>
      ) : null}
      {open === "book" ? (
        <MoneyForm
          title="Book spending"
          action="Book it"
          begin={begin}
          labels={{ day: "Day", text: "On what", ...(currency ? {} : { currency: "Currency" }) }}
          onSave={async ({ amount, currency: unit, day, text }) => {
            await spend({ initiativeId: initiative.id, amount, currency: unit, spentOn: day, note: text })
            notify.success(`Booked ${amount} ${unit}`)
            close()
          }}
          onCancel={close}
        />
      ) : null}
      {open && open !== "book" ? (
        <MoneyForm
          key={open.id}
          title="Correct spending"
          action="Save correction"
          begin={{ ...begin, amount: open.amount, day: open.spentOn, text: open.note }}
          labels={{ day: "Day", text: "On what", reason: "Why it is corrected; 0 takes it back" }}
          onSave={async ({ amount, day, text, reason }) => {
            await correct({ id: open.id, amount, spentOn: day, note: text, reason })
            notify.success("Corrected")
            close()
          }}
          onCancel={close}
        />
      ) : null}
    </section>
  )
}
