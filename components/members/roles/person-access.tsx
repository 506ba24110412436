"use client"
import { Fragment } from "react"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import { PERMISSIONS } from "@/server/kernel/domain/permissions"
import { type PersonAccess, permissionGroups, whyAllowed, whyNot } from "./prepare-access"
import { WhyList } from "./why-list"

type Props = {
  people: readonly PersonAccess[]
  personId: string
  now: string
  onChoose: (id: string) => void
}

/** What one person may do, where, and by which grants. */
export function PersonAccessTable({ people, personId, now, onChoose }: Props) {
  const person = people.find(({ id }) => id === personId) ?? people[0]
  if (!person) return null
  return (
    <>
      <div className="max-w-xs">
        <Field label="Member">
          {(control) => (
            <Select
              {...control}
              options={people.map(({ id, name }) => ({ value: id, label: name }))}
              value={person.id}
              onChange={(event) => onChoose(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Table label={`What ${person.name} may do`}>
        <thead>
          <tr>
            <Th>Permission</Th>
            <Th>Now</Th>
            <Th>Where and why</Th>
          </tr>
        </thead>
        <tbody>
          {permissionGroups().map(({ heading, permissions }) => (
            <Fragment key={heading}>
              <tr>
                <Th scope="rowgroup" colSpan={3} className="pt-4">
                  <b>{heading}</b>
                </Th>
              </tr>
              {permissions.map((permission) => {
                const why = whyAllowed(person, permission)
                return (
                  <tr key={permission}>
                    <th scope="row">{PERMISSIONS[permission].label}</th>
                    <Td className="whitespace-nowrap">
                      {why.length > 0 ? (
                        <StateWord state="good">Yes</StateWord>
                      ) : (
                        <span className="muted">No</span>
                      )}
                    </Td>
                    <Td>
                      {why.length > 0 ? (
                        <WhyList why={why} now={now} />
                      ) : (
                        <span className="hint">{whyNot(person, permission)}</span>
                      )}
                    </Td>
                  </tr>
                )
              })}
            </Fragment>
          ))}
        </tbody>
      </Table>
    </>
  )
}
