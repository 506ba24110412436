"use client"
import Link from "next/link"
import type { ReactNode } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { SectionHead } from "@/components/ui/section-head"
import { Table, Td, Th } from "@/components/ui/table"
import { CONTROL_KIND_FACTS } from "@/server/privacy/domain/obligation"
import {
  type CheckListed,
  type ControlListed,
  type ObligationListed,
  shownBy,
  usedBy,
} from "./prepare-regulations"
import { ReadingWord } from "./reading-word"

type Props = {
  controls: readonly ControlListed[]
  obligations: readonly ObligationListed[]
  checks: readonly CheckListed[]
  /** Absent where the reader may not change them. */
  onOpen?: (id: string) => void
}

/** What is done about the obligations, what it shows today, and where. */
export function ControlList({ controls, obligations, checks, onOpen }: Props) {
  return (
    <section>
      <SectionHead title="Controls" note="what they show now; checks as noted at the last hourly look" />
      {controls.length === 0 ? (
        <p className="muted">
          None yet. Add a control under More, then name it at the obligations it answers.
        </p>
      ) : (
        <Table label="Controls">
          <thead>
            <tr>
              <Th>Control</Th>
              <Th>Today</Th>
              <Th className="wide">Shown by</Th>
              <Th num className="wide">
                Obligations
              </Th>
            </tr>
          </thead>
          <tbody>
            {controls.map((control) => (
              <tr key={control.id}>
                <Th scope="row" className="obligation">
                  {onOpen ? (
                    <button type="button" className="link" onClick={() => onOpen(control.id)}>
                      {control.name}
                    </button>
                  ) : (
                    control.name
                  )}
                  <small>{control.evidence}</small>
                </Th>
                <Td className="reading">
                  <ReadingWord state={control.reading.state} />
                  <small>
                    <Place control={control}>{control.reading.words}</Place>
                  </small>
                </Td>
                <Td className="wide reading">
                  <Place control={control}>{shownBy(control, checks)}</Place>
                </Td>
                <Td num className="wide">
                  {usedBy(obligations, control.id)}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  )
}

/** Leads to where it can be seen. */
function Place({ control, children }: { control: ControlListed; children: ReactNode }) {
  const { workspace } = useWorkspace()
  const { path } = CONTROL_KIND_FACTS[control.kind]
  return path === null ? (
    <a href={control.link} rel="noreferrer">
      {children}
    </a>
  ) : (
    <Link href={`/${workspace.slug}${path}`}>{children}</Link>
  )
}
