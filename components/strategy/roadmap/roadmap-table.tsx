"use client"
import Link from "next/link"
import { type CSSProperties, Fragment } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Menu } from "@/components/ui/menu"
import { ScrollRegion } from "@/components/ui/scroll-region"
import { StateWord } from "@/components/ui/state-word"
import type { Verdict } from "@/server/kernel/domain/verdict"
import type { InitiativeRow } from "@/server/strategy/domain/initiative-row"
import { quarterOf, quarterWords } from "@/server/strategy/domain/quarter"
import { InitiativeBar } from "./initiative-bar"
import { isNothing, moneyWords, quarterSums, totalOf } from "./prepare-roadmap"

type Props = {
  initiatives: readonly InitiativeRow[]
  quarters: readonly string[]
  currency: string | null
  mayEdit: Verdict
  onMove: (id: string, quarters: number) => void
  onOpen: (id: string) => void
}

const KINDS = [
  { kind: "asked", label: "Asked" },
  { kind: "approved", label: "Approved" },
  { kind: "spent", label: "Spent" },
] as const

/** Initiatives down, quarters across, money at the right; sums per quarter below. */
export function RoadmapTable({ initiatives, quarters, currency, mayEdit, onMove, onOpen }: Props) {
  const { now } = useWorkspace()
  const here = quarterOf(now.slice(0, 10))
  const sums = quarterSums(initiatives, quarters)
  const style = { "--quarters": quarters.length } as CSSProperties
  return (
    <ScrollRegion label="Roadmap by quarter">
      <table className="data roadmap" aria-label="Roadmap by quarter" style={style}>
        <thead>
          <tr>
            <th scope="col">Initiative</th>
            {quarters.map((quarter) => (
              <th key={quarter} scope="col" className={quarter === here ? "q here" : "q"}>
                {quarterWords(quarter)}
                {quarter === here ? <span className="sr-only">, this quarter</span> : null}
              </th>
            ))}
            {KINDS.map(({ kind, label }) => (
              <th key={kind} scope="col" className="num">
                {label}
                {currency ? <span className="hint"> {currency}</span> : null}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {initiatives.map((initiative) => (
            <tr key={initiative.id}>
              <InitiativeHead initiative={initiative} onOpen={() => onOpen(initiative.id)} />
              <td colSpan={quarters.length} className="track-cell">
                <div className="track">
                  <InitiativeBar
                    initiative={initiative}
                    quarters={quarters}
                    movable={mayEdit.ok}
                    onMove={(by) => onMove(initiative.id, by)}
                    onOpen={() => onOpen(initiative.id)}
                  />
                </div>
              </td>
              <Money initiative={initiative} />
              <td className="num">
                <RowMenu initiative={initiative} mayEdit={mayEdit} onMove={onMove} onOpen={onOpen} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {KINDS.map(({ kind, label }) => (
            <tr key={kind}>
              <th scope="row">
                {label} per quarter{currency ? <span className="hint"> {currency}</span> : null}
              </th>
              {sums[kind].map((amount, index) => (
                <td key={quarters[index]} className="num">
                  {isNothing(amount) ? <span className="hint">none</span> : moneyWords(amount)}
                </td>
              ))}
              {KINDS.map((other) => (
                <td key={other.kind} className="num">
                  {other.kind === kind ? <b>{moneyWords(totalOf(initiatives, kind))}</b> : null}
                </td>
              ))}
              <td />
            </tr>
          ))}
        </tfoot>
      </table>
    </ScrollRegion>
  )
}

function InitiativeHead({ initiative, onOpen }: { initiative: InitiativeRow; onOpen: () => void }) {
  const { workspace } = useWorkspace()
  const { objective, sponsor, owner, warnings } = initiative
  return (
    <th scope="row" className="initiative">
      <button type="button" className="link-button" data-row onClick={onOpen}>
        {initiative.name}
      </button>
      <small>
        {objective ? (
          <Fragment>
            <Link href={`/${workspace.slug}/strategy/objectives/${objective.key}`}>{objective.key}</Link>,{" "}
          </Fragment>
        ) : null}
        {sponsor ? `sponsor ${sponsor.name}` : owner ? `owner ${owner.name}` : "nobody named"}
      </small>
      {warnings.map(({ kind, text }) => (
        <StateWord key={kind} state={kind === "overspent" ? "bad" : "warning"}>
          {text}
        </StateWord>
      ))}
    </th>
  )
}

function Money({ initiative: { funding, open } }: { initiative: InitiativeRow }) {
  return KINDS.map(({ kind }) => (
    <td key={kind} className="num">
      {isNothing(funding[kind]) ? <span className="hint">none</span> : moneyWords(funding[kind])}
      {kind === "approved" && open ? <small>to decide</small> : null}
    </td>
  ))
}

type RowProps = Pick<Props, "mayEdit" | "onMove" | "onOpen"> & { initiative: InitiativeRow }

function RowMenu({ initiative: { id, name }, mayEdit, onMove, onOpen }: RowProps) {
  const disabledReason = mayEdit.ok ? undefined : mayEdit.reason
  return (
    <Menu
      trigger={
        <Button size="small" variant="quiet" aria-label={`More about ${name}`}>
          More
        </Button>
      }
      groups={[
        { entries: [{ label: "Open", onSelect: () => onOpen(id) }] },
        {
          entries: [
            { label: "Move one quarter earlier", onSelect: () => onMove(id, -1), disabledReason },
            { label: "Move one quarter later", onSelect: () => onMove(id, 1), disabledReason },
          ],
        },
      ]}
    />
  )
}
