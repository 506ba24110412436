"use client"
import { Pager } from "@/components/shell/pager"
import { PastEnd } from "@/components/shell/past-end"
import { askedRows } from "@/components/shell/prepare-pages"
import { useAddress } from "@/components/shell/use-address"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import { ObligationCover } from "./obligation-cover"
import type { ControlListed, ObligationListed } from "./prepare-regulations"
import { ReadingWord } from "./reading-word"

type Props = { obligations: readonly ObligationListed[]; controls: readonly ControlListed[] }

/** Obligations down, page by page, controls across: what answers what, and what nothing answers. */
export function CoverageMatrix({ obligations, controls }: Props) {
  const { params } = useAddress()
  const { offset, limit } = askedRows(params)
  const shown = obligations.slice(offset, offset + limit)
  return (
    <section>
      {shown.length > 0 ? <Matrix obligations={shown} controls={controls} /> : <PastEnd />}
      <Pager offset={offset} total={obligations.length} />
    </section>
  )
}

function Matrix({ obligations, controls }: Props) {
  return (
    <Table label="Obligations and the controls that answer them" className="coverage">
      <thead>
        <tr>
          <Th>Obligation</Th>
          <Th>Covered</Th>
          {controls.map(({ id, name, reading }) => (
            <Th key={id} className="control-name">
              {name} <ReadingWord state={reading.state} />
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {obligations.map((obligation) => (
          <tr key={obligation.id}>
            <Th scope="row" className="obligation">
              {obligation.title}
              <small>
                {obligation.regulation} {obligation.article}
              </small>
            </Th>
            <Td className="covered">
              <ObligationCover obligation={obligation} controls={controls} />
            </Td>
            {controls.map((control) => (
              <Td key={control.id} className="cover">
                {obligation.controlIds.includes(control.id) ? (
                  <StateWord state={control.reading.state}>yes</StateWord>
                ) : (
                  <span className="muted">no</span>
                )}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
