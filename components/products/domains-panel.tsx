"use client"
import Link from "next/link"
import { useState } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { ActionsTh, Table, Td, Th } from "@/components/ui/table"
import type { Verdict } from "@/server/kernel/domain/verdict"
import type { DomainSummary } from "@/server/products/domain/product"
import { DomainDialog } from "./domain-dialog"

type Props = { domains: readonly DomainSummary[]; editable: Verdict; onCreate: () => void }

/** Who answers for which part of the business. */
export function DomainsPanel({ domains, editable, onCreate }: Props) {
  const { workspace } = useWorkspace()
  const [editing, setEditing] = useState<DomainSummary>()
  const reason = editable.ok ? undefined : editable.reason
  if (domains.length === 0) {
    return (
      <EmptyState
        title="Begin with the parts of the business"
        action={
          <Button variant="primary" disabledReason={reason} onClick={onCreate}>
            Create domain
          </Button>
        }
        sample={<p>Fulfilment (FUL), Pricing (PRC), Stores (STO), Customer (CUS)</p>}
      >
        A domain owns its data products. It has an owner who decides, a steward who looks after meaning and
        quality, and a key that begins the keys of its items.
      </EmptyState>
    )
  }
  return (
    <>
      <Table label="Domains">
        <thead>
          <tr>
            <Th>Domain</Th>
            <Th>Key</Th>
            <Th className="wide">Owner</Th>
            <Th className="wide">Steward</Th>
            <Th num>Products</Th>
            {editable.ok ? <ActionsTh /> : null}
          </tr>
        </thead>
        <tbody>
          {domains.map((domain) => (
            <tr key={domain.id}>
              <th scope="row">
                <b>{domain.name}</b>
                {domain.description ? <small>{domain.description}</small> : null}
              </th>
              <Td className="mono">{domain.key}</Td>
              <Td className="wide">{domain.owner?.name ?? <span className="unknown">Nobody yet</span>}</Td>
              <Td className="wide">{domain.steward?.name ?? <span className="unknown">Nobody yet</span>}</Td>
              <Td num>
                <Link className="figure-link" href={`/${workspace.slug}/products?domain=${domain.id}`}>
                  {domain.productCount}
                </Link>
              </Td>
              {editable.ok ? (
                <Td className="num">
                  <Button size="small" onClick={() => setEditing(domain)} aria-label={`Edit ${domain.name}`}>
                    Edit
                  </Button>
                </Td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </Table>
      {editing ? <DomainDialog domain={editing} onClose={() => setEditing(undefined)} /> : null}
    </>
  )
}
