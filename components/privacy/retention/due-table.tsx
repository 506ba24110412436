"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { exactTime, shortDate } from "@/components/ui/prepare-relative-time"
import { StateWord } from "@/components/ui/state-word"
import { ActionsTh, Table, Td, Th } from "@/components/ui/table"
import { RETENTION_ACTION_LABELS } from "@/server/privacy/domain/retention-rule"
import type { RetentionDue } from "../privacy-data"
import { DUE_STATES } from "./prepare-retention"

type Props = {
  due: readonly RetentionDue[]
  onRecord: (assignmentId: string) => void
  withoutAsset?: boolean
}

/** What is due where, in the order given. */
export function DueTable({ due, onRecord, withoutAsset }: Props) {
  const { workspace, may } = useWorkspace()
  const mayRecord = may("retention.execute")
  return (
    <Table label="Due dates">
      <thead>
        <tr>
          <Th>State</Th>
          {withoutAsset ? null : <Th>Data asset</Th>}
          <Th className={withoutAsset ? undefined : "wide"}>Rule</Th>
          <Th num>Due</Th>
          {mayRecord.ok ? <ActionsTh /> : null}
        </tr>
      </thead>
      <tbody>
        {due.map((row) => (
          <tr key={row.assignmentId}>
            <Td>
              <StateWord state={DUE_STATES[row.state].state}>{DUE_STATES[row.state].word}</StateWord>
            </Td>
            {withoutAsset ? null : (
              <Td>
                <Link className="mono" href={`/${workspace.slug}/assets/${row.asset.key}`}>
                  {row.asset.name}
                </Link>
              </Td>
            )}
            <Td className={withoutAsset ? undefined : "wide"}>
              {row.rule.name}
              <small>
                {RETENTION_ACTION_LABELS[row.rule.action]}, kept for {row.rule.purpose}
              </small>
            </Td>
            <Td num>
              <time dateTime={row.dueOn} title={exactTime(row.dueOn)}>
                {shortDate(row.dueOn)}
              </time>
              {row.last ? (
                <small>
                  {row.last.outcome === "executed" ? "last done" : "put off"} {shortDate(row.last.doneOn)}
                </small>
              ) : null}
            </Td>
            {mayRecord.ok ? (
              <Td className="num">
                <Button
                  size="small"
                  aria-label={`Record ${row.rule.name} for ${row.asset.name}`}
                  onClick={() => onRecord(row.assignmentId)}
                >
                  Record
                </Button>
              </Td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
