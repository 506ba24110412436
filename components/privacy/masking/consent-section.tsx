"use client"
import { useMutation } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import Link from "next/link"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useRefreshCatalog } from "@/components/catalog/use-refresh-catalog"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { EmptyState } from "@/components/ui/empty-state"
import { Menu } from "@/components/ui/menu"
import { SectionHead } from "@/components/ui/section-head"
import { ActionsTh, Table, Td, Th } from "@/components/ui/table"
import type { ConsentPurpose, WarehouseRole } from "../privacy-data"

const PurposeDialog = dynamic(() => import("./purpose-dialog"), { ssr: false })
const ConsentUseDialog = dynamic(() => import("./consent-use-dialog"), { ssr: false })

type Props = {
  purposes: readonly ConsentPurpose[]
  roles: readonly WarehouseRole[]
  reason: string | undefined
  onCreate: () => void
}
type Open = { kind: "edit" | "use" | "retire"; purpose: ConsentPurpose }
type Removing = { purposeId: string; assetId: string; words: string }

/** Purposes that need consent, and the data that they may use only with it. */
export function ConsentSection({ purposes, roles, reason, onCreate }: Props) {
  const trpc = useTRPC()
  const refresh = useRefreshCatalog()
  const { workspace } = useWorkspace()
  const retire = useMutation(trpc.privacy.retireConsentPurpose.mutationOptions())
  const remove = useMutation(trpc.privacy.removeConsentUse.mutationOptions())
  const [open, setOpen] = useState<Open>()
  const [removing, setRemoving] = useState<Removing>()
  const close = () => setOpen(undefined)
  return (
    <section className="mt-8" id="consent">
      <SectionHead title="Purposes that need consent" note="Art. 6(1)(a) GDPR" />
      {purposes.length === 0 ? (
        <EmptyState
          title="No purpose yet"
          action={
            <Button disabledReason={reason} onClick={onCreate}>
              Add consent purpose
            </Button>
          }
        >
          Name the purpose, the role that works for it, and the column that says who agreed: rows of everybody
          else are hidden from that role in the exported policy.
        </EmptyState>
      ) : (
        <Table label="Consent purposes">
          <thead>
            <tr>
              <Th>Purpose</Th>
              <Th className="wide">Role</Th>
              <Th>Data and its consent</Th>
              <ActionsTh />
            </tr>
          </thead>
          <tbody>
            {purposes.map((purpose) => (
              <tr key={purpose.id}>
                <th scope="row">
                  <b>{purpose.name}</b>
                  {purpose.description ? <small>{purpose.description}</small> : null}
                </th>
                <Td className="wide mono">
                  {roles.find(({ id }) => id === purpose.roleId)?.name ?? (
                    <span className="unknown">None yet</span>
                  )}
                </Td>
                <Td>
                  {purpose.uses.length === 0 ? <span className="unknown">No data named yet</span> : null}
                  {purpose.uses.map((use) => (
                    <span key={use.id} className="block">
                      <Link className="mono" href={`/${workspace.slug}/assets/${use.asset.key}`}>
                        {use.asset.name}
                      </Link>
                      <small>
                        agreed in{" "}
                        <span className="mono">
                          {use.flagAsset ? `${use.flagAsset.name}.${use.flagColumn}` : use.flagColumn}
                        </span>
                      </small>
                    </span>
                  ))}
                </Td>
                <Td className="num">
                  {reason === undefined ? (
                    <Menu
                      trigger={
                        <Button size="small" aria-label={`Change ${purpose.name}`}>
                          Change
                        </Button>
                      }
                      groups={[
                        {
                          entries: [
                            { label: "Edit purpose", onSelect: () => setOpen({ kind: "edit", purpose }) },
                            { label: "Add data", onSelect: () => setOpen({ kind: "use", purpose }) },
                          ],
                        },
                        {
                          entries: [
                            ...purpose.uses.map(({ asset }) => ({
                              label: `Take off ${asset.name}`,
                              danger: true,
                              onSelect: () =>
                                setRemoving({ purposeId: purpose.id, assetId: asset.id, words: asset.name }),
                            })),
                            {
                              label: "Retire purpose",
                              danger: true,
                              onSelect: () => setOpen({ kind: "retire", purpose }),
                            },
                          ],
                        },
                      ]}
                    />
                  ) : null}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {open?.kind === "edit" ? <PurposeDialog roles={roles} purpose={open.purpose} onClose={close} /> : null}
      {open?.kind === "use" ? <ConsentUseDialog purpose={open.purpose} onClose={close} /> : null}
      <ConfirmDialog
        open={open?.kind === "retire"}
        onOpenChange={(next) => next || close()}
        title={`Retire ${open?.purpose.name ?? ""}`}
        description="Its filters leave the exported policies: its role then sees rows without consent, unless you take its rights away."
        action="Retire purpose"
        ask={{ kind: "reason" }}
        onConfirm={async (answer) => {
          await retire.mutateAsync({ id: open!.purpose.id, reason: answer })
          await refresh()
        }}
      />
      <ConfirmDialog
        open={removing !== undefined}
        onOpenChange={(next) => next || setRemoving(undefined)}
        title={`Take off ${removing?.words ?? ""}`}
        description="The exported policy no longer hides its rows from the purpose's role."
        action="Take off data"
        ask={{ kind: "reason" }}
        onConfirm={async (answer) => {
          const { purposeId, assetId } = removing!
          await remove.mutateAsync({ purposeId, assetId, reason: answer })
          await refresh()
        }}
      />
    </section>
  )
}
