"use client"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Table, Td, Th } from "@/components/ui/table"
import {
  PERMISSIONS,
  type Permission,
  ROLE_LABELS,
  ROLES,
  roleHolds,
} from "@/server/kernel/domain/permissions"
import { type PersonAccess, whyAllowed } from "./prepare-access"
import { WhyList } from "./why-list"

type Props = { permission: Permission; people: readonly PersonAccess[]; now: string; onClose: () => void }

/** Who holds one permission, where and by which grant. */
export function HoldersDialog({ permission, people, now, onClose }: Props) {
  const holders = people.flatMap((person) => {
    const why = whyAllowed(person, permission)
    return why.length > 0 ? [{ person, why }] : []
  })
  const roles = ROLES.filter((role) => roleHolds(role, permission)).map((role) => ROLE_LABELS[role])
  return (
    <Dialog
      open
      wide
      reading
      onOpenChange={(open) => open || onClose()}
      title={PERMISSIONS[permission].label}
      description={`${holders.length} of ${people.length} members may do this now. Roles that carry it: ${roles.join(", ")}.`}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      {holders.length > 0 ? (
        <Table label={`Who may: ${PERMISSIONS[permission].label}`}>
          <thead>
            <tr>
              <Th>Member</Th>
              <Th>Where and why</Th>
            </tr>
          </thead>
          <tbody>
            {holders.map(({ person, why }) => (
              <tr key={person.id}>
                <th scope="row">{person.name}</th>
                <Td>
                  <WhyList why={why} now={now} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : null}
    </Dialog>
  )
}
