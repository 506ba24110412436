"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { RelativeTime } from "@/components/ui/relative-time"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import { isOpen } from "@/server/workshops/domain/workshop"
import { phaseWords } from "./prepare-workshop"
import type { ListedWorkshop } from "./workshop-data"

const stateOf = ({ phase }: ListedWorkshop) =>
  isOpen(phase) ? "later" : phase === "closed" ? "good" : "unknown"

export function WorkshopTable({ label, workshops }: { label: string; workshops: readonly ListedWorkshop[] }) {
  const { workspace, now } = useWorkspace()
  return (
    <Table label={label} className="workshop-table">
      <thead>
        <tr>
          <Th>Workshop</Th>
          <Th>State</Th>
          <Th className="wide">Framework</Th>
          <Th num className="wide">
            Items
          </Th>
          <Th num className="wide">
            People
          </Th>
          <Th className="wide">Facilitator</Th>
          <Th>When</Th>
        </tr>
      </thead>
      <tbody>
        {workshops.map((workshop) => (
          <tr key={workshop.id}>
            <Th scope="row">
              <Link href={`/${workspace.slug}/backlog/workshops/${workshop.id}`}>{workshop.title}</Link>
              {workshop.decision ? <small className="excerpt">{workshop.decision}</small> : null}
            </Th>
            <Td>
              <StateWord state={stateOf(workshop)}>{phaseWords(workshop)}</StateWord>
              {workshop.mine && isOpen(workshop.phase) ? (
                <small>{workshop.mine === "joined" ? "you take part" : "you are invited"}</small>
              ) : null}
            </Td>
            <Td className="wide">
              {workshop.framework} <span className="hint">version {workshop.frameworkVersion}</span>
            </Td>
            <Td num className="wide">
              {workshop.items}
            </Td>
            <Td num className="wide">
              {workshop.people}
            </Td>
            <Td className="wide">{workshop.facilitator}</Td>
            <Td>
              <RelativeTime iso={workshop.closedAt ?? workshop.createdAt} now={now} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
