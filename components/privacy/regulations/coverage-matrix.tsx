"use client"
import { Pager } from "@/components/shell/pager"
import { PastEnd } from "@/components/shell/past-end"
import { askedRows } from "@/components/shell/prepare-pages"
import { useAddress } from "@/components/shell/use-address"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import { type ControlListed, coverWords, type ObligationListed } from "./prepare-regulations"

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
          {controls.map(({ id, name }) => (
            <Th key={id} className="control-name">
              {name}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {obligations.map(({ id, regulation, article, title, controlIds }) => (
          <tr key={id}>
            <Th scope="row" className="obligation">
              {title}
              <small>
                {regulation} {article}
              </small>
            </Th>
            <Td>
              <StateWord state={controlIds.length === 0 ? "bad" : "good"}>
                {coverWords(controlIds.length)}
              </StateWord>
            </Td>
            {controls.map((control) => (
              <Td key={control.id} className="cover">
                {controlIds.includes(control.id) ? (
                  <StateWord state="good">yes</StateWord>
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
