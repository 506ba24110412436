"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { SectionHead } from "@/components/ui/section-head"
import { Table, Td, Th } from "@/components/ui/table"
import { CONTROL_KIND_FACTS } from "@/server/privacy/domain/obligation"
import { type ControlListed, type ObligationListed, usedBy } from "./prepare-regulations"

type Props = {
  controls: readonly ControlListed[]
  obligations: readonly ObligationListed[]
  /** Absent where the reader may not change them. */
  onOpen?: (id: string) => void
}

/** What is done about the obligations, and where it shows. */
export function ControlList({ controls, obligations, onOpen }: Props) {
  const { workspace } = useWorkspace()
  return (
    <section>
      <SectionHead title="Controls" note="what is done, and where it shows" />
      {controls.length === 0 ? (
        <p className="muted">
          None yet. Add a control under More, then name it at the obligations it answers.
        </p>
      ) : (
        <Table label="Controls">
          <thead>
            <tr>
              <Th>Control</Th>
              <Th>Shown by</Th>
              <Th num>Obligations</Th>
            </tr>
          </thead>
          <tbody>
            {controls.map(({ id, name, kind, evidence, link }) => {
              const { label, path } = CONTROL_KIND_FACTS[kind]
              return (
                <tr key={id}>
                  <Th scope="row" className="obligation">
                    {onOpen ? (
                      <button type="button" className="link" onClick={() => onOpen(id)}>
                        {name}
                      </button>
                    ) : (
                      name
                    )}
                    <small>{evidence}</small>
                  </Th>
                  <Td>
                    {path === null ? (
                      <a href={link} rel="noreferrer">
                        {label}
                      </a>
                    ) : (
                      <Link href={`/${workspace.slug}${path}`}>{label}</Link>
                    )}
                  </Td>
                  <Td num>{usedBy(obligations, id)}</Td>
                </tr>
              )
            })}
          </tbody>
        </Table>
      )}
    </section>
  )
}
