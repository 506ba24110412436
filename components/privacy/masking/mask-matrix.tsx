"use client"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useRefreshCatalog } from "@/components/catalog/use-refresh-catalog"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Menu } from "@/components/ui/menu"
import { Table, Td, Th } from "@/components/ui/table"
import type { Scheme } from "@/server/catalog/domain/scheme"
import { maskWords } from "@/server/privacy/domain/mask-rule"
import { sampleOf } from "@/server/privacy/domain/mask-samples"
import type { WarehouseRole } from "../privacy-data"
import { maskCell } from "./prepare-masking"

type Props = {
  roles: readonly WarehouseRole[]
  scheme: Scheme
  editable: boolean
  onEdit: (roleId: string) => void
}

/** Role × class with what is left of a made-up value. */
export function MaskMatrix({ roles, scheme, editable, onEdit }: Props) {
  const trpc = useTRPC()
  const refresh = useRefreshCatalog()
  const retire = useMutation(trpc.privacy.retireWarehouseRole.mutationOptions())
  const [retiring, setRetiring] = useState<WarehouseRole>()
  const classes = scheme.classes.filter(({ retired }) => !retired)
  return (
    <>
      <Table label="What each role sees">
        <thead>
          <tr>
            <Th>Class</Th>
            {roles.map((role) => (
              <Th key={role.id}>
                <span className="mono">{role.name}</span>{" "}
                {editable ? (
                  <Menu
                    trigger={
                      <Button size="small" variant="quiet" aria-label={`Change ${role.name}`}>
                        Change
                      </Button>
                    }
                    groups={[
                      { entries: [{ label: "Edit what it sees", onSelect: () => onEdit(role.id) }] },
                      {
                        entries: [{ label: "Retire role", danger: true, onSelect: () => setRetiring(role) }],
                      },
                    ]}
                  />
                ) : null}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {classes.map((dataClass) => (
            <tr key={dataClass.key}>
              <th scope="row">
                {dataClass.name}
                <small>
                  {dataClass.special ? "Art. 9, such as " : "such as "}
                  {sampleOf(dataClass.key)}
                </small>
              </th>
              {roles.map((role) => {
                const cell = maskCell(role, dataClass.key)
                return (
                  <Td key={role.id} className="matrix-cell">
                    {cell.ruled ? maskWords(cell.rule) : <span className="muted">Nothing</span>}
                    <small className="mono">{cell.sample ?? (cell.ruled ? "empty" : "no rule")}</small>
                  </Td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </Table>
      <ConfirmDialog
        open={retiring !== undefined}
        onOpenChange={(open) => open || setRetiring(undefined)}
        title={`Retire ${retiring?.name ?? ""}`}
        description="It leaves the exported policies. Take its rights away in the warehouse as well: Plumbline does not reach there."
        action="Retire role"
        ask={{ kind: "reason" }}
        onConfirm={async (answer) => {
          await retire.mutateAsync({ id: retiring!.id, reason: answer })
          await refresh()
        }}
      />
    </>
  )
}
