"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { useAddress } from "@/components/shell/use-address"
import { useRowKeys } from "@/components/shell/use-row-keys"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import {
  actorWords,
  eventTime,
  fullTime,
  type ListedEvent,
  OUTCOME_WORDS,
  targetHref,
} from "./prepare-events"

/** One row per event: time, who, what happened, about what, with what outcome, and its number in the chain. */
export function EventTable({ events }: { events: readonly ListedEvent[] }) {
  const box = useRowKeys()
  return (
    <div ref={box}>
      <Table label="Events">
        <thead>
          <tr>
            <Th>Time (UTC)</Th>
            <Th>Who</Th>
            <Th>What happened</Th>
            <Th>About</Th>
            <Th>Outcome</Th>
            <Th num>Record</Th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <EventRow key={event.id} event={event} />
          ))}
        </tbody>
      </Table>
    </div>
  )
}

function EventRow({ event }: { event: ListedEvent }) {
  const { now } = useWorkspace()
  const { params, set } = useAddress()
  const { name, through } = actorWords(event.actor)
  const { word, state } = OUTCOME_WORDS[event.outcome]
  const address = new URLSearchParams(params)
  address.set("event", event.id)
  return (
    <tr>
      <Td className="tab whitespace-nowrap">
        <time dateTime={event.occurredAt} title={fullTime(event.occurredAt)}>
          {eventTime(event.occurredAt, now)}
        </time>
      </Td>
      <Td className="min-w-32">
        {name}
        {through ? <small>{through}</small> : null}
      </Td>
      <Td className="min-w-56 [overflow-wrap:anywhere]">
        <a
          className="inline-block"
          data-row
          href={`?${address}`}
          onClick={(click) => {
            if (click.metaKey || click.ctrlKey || click.shiftKey) return
            click.preventDefault()
            set("event", event.id)
          }}
        >
          {event.summary}
        </a>{" "}
        <span className="tag mono">{event.action}</span>
        {event.reason ? <small>{event.reason}</small> : null}
      </Td>
      <Td className="min-w-24 [overflow-wrap:anywhere]">
        <Targets targets={event.targets} />
      </Td>
      <Td>
        <StateWord state={state}>{word}</StateWord>
        {event.readable ? null : <small>Its text cannot be read. Verify the trail.</small>}
      </Td>
      <Td num>{event.seq ?? "–"}</Td>
    </tr>
  )
}

const SHOWN = 3

function Targets({ targets }: { targets: ListedEvent["targets"] }) {
  const { workspace } = useWorkspace()
  return (
    <>
      {targets.slice(0, SHOWN).map((target) => {
        const href = targetHref(workspace.slug, target)
        const key = `${target.type} ${target.id}`
        return (
          <span key={key} className="block">
            {href ? (
              <Link className="plain" href={href} prefetch={false}>
                {target.name}
              </Link>
            ) : (
              target.name
            )}
          </span>
        )
      })}
      {targets.length > SHOWN ? <small>and {targets.length - SHOWN} more</small> : null}
    </>
  )
}
