"use client"
import { useQuery } from "@tanstack/react-query"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useAddress } from "@/components/shell/use-address"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { ErrorState } from "@/components/ui/error-state"
import { SkeletonLines } from "@/components/ui/skeleton"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import { EventProof } from "./event-proof"
import { actorWords, changedFields, fullTime, type OpenedEvent, OUTCOME_WORDS } from "./prepare-events"
import { auditFilterParams, EMPTY_AUDIT_FILTER } from "./prepare-filter"

/** One event in full: what changed, from where, and the text and hashes that were sealed. */
export function EventDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const trpc = useTRPC()
  const { data: event, error, refetch } = useQuery(trpc.audit.getEvent.queryOptions({ id }))
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      title={event?.summary ?? "Event"}
      description={event ? `${fullTime(event.occurredAt)}, ${event.action}` : undefined}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      {error ? (
        <ErrorState title="The event could not be read" retry={() => void refetch()}>
          {errorMessage(error)}
        </ErrorState>
      ) : event ? (
        <Details event={event} />
      ) : (
        <SkeletonLines lines={6} label="Loading the event" />
      )}
    </Dialog>
  )
}

function Details({ event }: { event: OpenedEvent }) {
  const { name, through } = actorWords(event.actor)
  const { word, state } = OUTCOME_WORDS[event.outcome]
  const facts: [string, React.ReactNode][] = [
    ["Who", through ? `${name}, ${through}` : name],
    [
      "Outcome",
      <StateWord key="outcome" state={state}>
        {word}
      </StateWord>,
    ],
    ...(event.reason ? [["Reason", event.reason] as [string, string]] : []),
    ...(event.context?.ip ? [["From", event.context.ip] as [string, string]] : []),
    ...(event.context?.userAgent ? [["With", event.context.userAgent] as [string, string]] : []),
    [
      "Request",
      <span key="request" className="mono">
        {event.context?.requestId ?? "–"}
      </span>,
    ],
  ]
  return (
    <>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm [overflow-wrap:anywhere]">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-text-3">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <About targets={event.targets} />
      <Changes event={event} />
      <EventProof event={event} />
    </>
  )
}

function About({ targets }: { targets: OpenedEvent["targets"] }) {
  const { replace } = useAddress()
  if (targets.length === 0) return null
  return (
    <section className="mt-5">
      <h3>About</h3>
      <p className="mt-1 flex flex-wrap gap-1">
        {targets.slice(0, 20).map(({ type, id, name }) => (
          <Button
            key={`${type} ${id}`}
            size="small"
            onClick={() => replace(auditFilterParams({ ...EMPTY_AUDIT_FILTER, target: { type, id } }))}
          >
            <span className="muted font-normal">{type}</span> {name}
            <span className="sr-only">: show every event about it</span>
          </Button>
        ))}
        {targets.length > 20 ? (
          <span className="hint">and {targets.length - 20} more, in the text below</span>
        ) : null}
      </p>
    </section>
  )
}

function Changes({ event }: { event: OpenedEvent }) {
  const fields = changedFields(event.before, event.after)
  if (fields.length === 0) return null
  const value = "max-w-72 whitespace-pre-wrap [overflow-wrap:anywhere]"
  return (
    <section className="mt-5">
      <h3>What changed</h3>
      <Table label="What changed">
        <thead>
          <tr>
            <Th>Field</Th>
            <Th>Before</Th>
            <Th>After</Th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, before, after }) => (
            <tr key={field}>
              <Th scope="row">{field}</Th>
              <Td className={value}>{before}</Td>
              <Td className={value}>{after}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}
