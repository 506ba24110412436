"use client"
import { useWorkspace } from "@/components/api/workspace"
import { Notice } from "@/components/ui/notice"
import { exactTime } from "@/components/ui/prepare-relative-time"
import { SectionHead } from "@/components/ui/section-head"
import { OrderTable } from "../order-table"
import { orderRows } from "../prepare-workshop"
import type { Workshop, WorkshopPeople } from "../workshop-data"
import { AgreementTable } from "./agreement-table"
import { factWords } from "./prepare-record"
import { RoundsTable } from "./rounds-table"

type Props = { workshop: Workshop; people: WorkshopPeople; nameOf: (userId: string) => string }

/** The record of a workshop that is over: decision, order with reasons, dissent, every round, who and when. */
export function RecordView({ workshop, people, nameOf }: Props) {
  const { workspace } = useWorkspace()
  const { decision, outcome, rounds, facts, hidden } = workshop
  const dissents = people.people.filter(({ dissent }) => dissent)
  const joined = people.people.filter((person) => person.joined)
  const ended = facts.find(({ kind }) => kind === "ended")
  return (
    <div className="record">
      {decision ? (
        <section>
          <SectionHead title="Decision" />
          <p className="decision">{decision}</p>
        </section>
      ) : ended ? (
        <section>
          <SectionHead title="Ended without a decision" />
          <p className="decision">{ended.note}</p>
        </section>
      ) : null}
      {hidden > 0 ? (
        <Notice state="unknown">
          <b>{hidden} items are not shown.</b> They lie in products that your roles do not reach.
        </Notice>
      ) : null}
      {rounds.length > 0 ? (
        <section>
          <SectionHead title="The order" note="reasons from the final values" />
          <OrderTable rows={orderRows(workshop)} base={`/${workspace.slug}`} />
        </section>
      ) : null}
      <div className="record-pair">
        <section>
          <SectionHead title="Dissent" />
          {dissents.length > 0 ? (
            <ul className="voices">
              {dissents.map(({ userId, name, dissent }) => (
                <li key={userId}>
                  <b>{name}</b> <span className="muted">{dissent}</span>
                </li>
              ))}
            </ul>
          ) : (
            <p className="muted">Nobody recorded a dissent.</p>
          )}
        </section>
        {outcome ? (
          <section>
            <SectionHead title="Agreement" note="of the scores that each person's own values come to" />
            <AgreementTable outcome={outcome} />
          </section>
        ) : null}
      </div>
      {outcome?.kept.map(({ name, keys }) => (
        <Notice key={name} state="warning">
          <b>
            {name} changed {keys.join(", ")} outside the workshop meanwhile.
          </b>{" "}
          Those scores stayed as they were set there.
        </Notice>
      ))}
      {outcome?.newerVersion ? (
        <Notice state="warning">
          <b>
            Version {outcome.newerVersion} of {workshop.framework.definition.name} was published meanwhile.
          </b>{" "}
          The scores stand in this record alone.
        </Notice>
      ) : null}
      {rounds.length > 0 ? (
        <section>
          <SectionHead
            title={
              rounds.length > 1
                ? `${rounds.length === 2 ? "Both" : `All ${rounds.length}`} rounds side by side`
                : "What was given"
            }
            note="medians, with the lowest and highest value"
          />
          <RoundsTable workshop={workshop} nameOf={nameOf} />
        </section>
      ) : null}
      <section>
        <SectionHead title="Who and when" />
        <p className="muted">
          {joined.map(({ name }) => name).join(", ")} took part. {workshop.facilitator.name} facilitated.
        </p>
        <ol className="facts">
          {facts.map((fact) => (
            <li key={`${fact.kind} ${fact.at} ${fact.round}`}>
              <time dateTime={fact.at}>{exactTime(fact.at)}</time> {factWords(fact)}
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}
