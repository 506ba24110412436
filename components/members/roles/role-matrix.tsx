"use client"
import { Icon } from "@/components/ui/icon"
import { Table, Td, Th } from "@/components/ui/table"
import {
  PERMISSIONS,
  type Permission,
  ROLE_LABELS,
  ROLES,
  roleHolds,
} from "@/server/kernel/domain/permissions"
import { permissionGroups } from "./prepare-access"

/** Roles × permissions, from the same list as the server checks. A permission opens the people who hold it. */
export function RoleMatrix({ onOpen }: { onOpen: (permission: Permission) => void }) {
  return (
    <Table label="Permissions by role">
      <thead>
        <tr>
          <Th>Permission</Th>
          {ROLES.map((role) => (
            <Th key={role} className="text-center">
              <span className="inline-block max-w-20 whitespace-normal">{ROLE_LABELS[role]}</span>
            </Th>
          ))}
        </tr>
      </thead>
      {permissionGroups().map(({ heading, permissions }) => (
        <tbody key={heading}>
          <tr>
            <Th scope="rowgroup" colSpan={ROLES.length + 1} className="pt-4">
              <b>{heading}</b>
            </Th>
          </tr>
          {permissions.map((permission) => (
            <tr key={permission}>
              <th scope="row" className="min-w-44">
                <button
                  type="button"
                  className="text-left text-accent hover:underline"
                  onClick={() => onOpen(permission)}
                >
                  {PERMISSIONS[permission].label}
                </button>
                {PERMISSIONS[permission].scope === "any" ? (
                  <small>also for one domain or product</small>
                ) : null}
              </th>
              {ROLES.map((role) => (
                <Td key={role} className="text-center">
                  {roleHolds(role, permission) ? (
                    <>
                      <Icon name="check" />
                      <span className="sr-only">yes</span>
                    </>
                  ) : (
                    <span className="sr-only">no</span>
                  )}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </Table>
  )
}
