"use client"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useRefreshCatalog } from "@/components/catalog/use-refresh-catalog"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { EmptyState } from "@/components/ui/empty-state"
import { Menu } from "@/components/ui/menu"
import { ActionsTh, Table, Td, Th } from "@/components/ui/table"
import type { Scheme } from "@/server/catalog/domain/scheme"
import type { RetentionRuleRow } from "../privacy-data"
import { classWords, ruleWords } from "./prepare-retention"

type Props = {
  rules: readonly RetentionRuleRow[]
  scheme: Scheme
  reason: string | undefined
  onEdit: (rule: RetentionRuleRow) => void
}

/** The rules in force. */
export function RuleTable({ rules, scheme, reason, onEdit }: Props) {
  const trpc = useTRPC()
  const refresh = useRefreshCatalog()
  const retire = useMutation(trpc.privacy.retireRetentionRule.mutationOptions())
  const [retiring, setRetiring] = useState<RetentionRuleRow>()
  if (rules.length === 0) {
    return (
      <EmptyState
        title="Begin with what a law makes you keep"
        sample={
          <p>Orders: delete 10 years after the order is closed, kept for tax law; again every 3 months</p>
        }
      >
        A rule says for one class of data and one purpose how long it is kept, counted from which event, and
        what happens then. Applied to a data asset it gives due dates, and each due date gets its evidence.
      </EmptyState>
    )
  }
  return (
    <>
      <Table label="Retention rules">
        <thead>
          <tr>
            <Th>Rule</Th>
            <Th className="wide">Data and purpose</Th>
            <Th num>Assets</Th>
            <ActionsTh />
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.id}>
              <th scope="row">
                <b>{rule.name}</b>
                <small>{ruleWords(rule)}</small>
              </th>
              <Td className="wide">
                {classWords(scheme, rule.classKey)}
                <small>
                  {rule.purpose}
                  {rule.basis ? `, ${rule.basis}` : ""}
                </small>
              </Td>
              <Td num>{rule.assets}</Td>
              <Td className="num">
                {reason === undefined ? (
                  <Menu
                    trigger={
                      <Button size="small" aria-label={`Change ${rule.name}`}>
                        Change
                      </Button>
                    }
                    groups={[
                      { entries: [{ label: "Edit rule", onSelect: () => onEdit(rule) }] },
                      {
                        entries: [{ label: "Retire rule", danger: true, onSelect: () => setRetiring(rule) }],
                      },
                    ]}
                  />
                ) : null}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <ConfirmDialog
        open={retiring !== undefined}
        onOpenChange={(open) => open || setRetiring(undefined)}
        title={`Retire ${retiring?.name ?? ""}`}
        description="It ends at every data asset it holds for, and its due dates go. Evidence stays."
        action="Retire rule"
        ask={{ kind: "reason" }}
        onConfirm={async (answer) => {
          await retire.mutateAsync({ id: retiring!.id, reason: answer })
          await refresh()
        }}
      />
    </>
  )
}
