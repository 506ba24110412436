"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { useRowKeys } from "@/components/shell/use-row-keys"
import { Chip } from "@/components/ui/chip"
import { shortDate } from "@/components/ui/prepare-relative-time"
import { StateWord } from "@/components/ui/state-word"
import { Table, Td, Th } from "@/components/ui/table"
import { gradeWords } from "@/server/strategy/domain/grade"
import type { KeyResultRow, ListedObjective } from "@/server/strategy/domain/objective-row"
import { figuresOf, sentenceOf } from "@/server/strategy/domain/sentence"
import { Meter } from "../meter"
import { latestWords, objectiveGrade, percentWords } from "../prepare-strategy"

/** Objectives with their key results below them. `j` and `k` walk the titles. */
export function ObjectiveTable({ objectives }: { objectives: readonly ListedObjective[] }) {
  const { workspace } = useWorkspace()
  const rows = useRowKeys()
  return (
    <div ref={rows}>
      <Table label="Objectives and key results" className="objectives">
        <thead>
          <tr>
            <Th>Objective and key results</Th>
            <Th className="wide">Progress</Th>
            <Th>Grade</Th>
            <Th num className="wide">
              Latest
            </Th>
            <Th num className="wide">
              Due
            </Th>
            <Th className="wide">Owner</Th>
          </tr>
        </thead>
        {objectives.map((objective) => (
          <tbody key={objective.id}>
            <ObjectiveLine
              objective={objective}
              href={`/${workspace.slug}/strategy/objectives/${objective.key}`}
            />
            {objective.keyResults.map((keyResult) => (
              <KeyResultLine key={keyResult.id} keyResult={keyResult} />
            ))}
          </tbody>
        ))}
      </Table>
    </div>
  )
}

function ObjectiveLine({ objective, href }: { objective: ListedObjective; href: string }) {
  const { now } = useWorkspace()
  const grade = objectiveGrade(objective)
  const { summary } = objective
  return (
    <tr className="objective">
      <th scope="rowgroup">
        <Link data-row href={href}>
          <span className="tag">{objective.key}</span> <b>{objective.title}</b>
        </Link>
        {objective.domain ? <span className="hint"> {objective.domain.name}</span> : null}
      </th>
      <Td className="of wide">
        {summary?.progress == null ? null : (
          <span className="hint">
            {percentWords(summary.progress)} over {summary.measured} of {summary.total}
          </span>
        )}
      </Td>
      <Td>
        <Chip state={grade.state}>{grade.words}</Chip>
      </Td>
      <Td className="wide" />
      <Td num className="wide">
        {shortDate(objective.periodEnd, now)}
      </Td>
      <Td className="wide">{objective.owner?.name ?? <span className="unknown">Nobody yet</span>}</Td>
    </tr>
  )
}

function KeyResultLine({ keyResult }: { keyResult: KeyResultRow }) {
  const { now } = useWorkspace()
  const { standing } = keyResult
  const latest = latestWords(keyResult)
  return (
    <tr>
      <Td className="result">
        {sentenceOf(keyResult)}
        <small>{figuresOf(keyResult)}</small>
      </Td>
      <Td className="of wide">
        <Meter
          progress={standing.progress}
          expected={keyResult.direction === "range" ? undefined : standing.expected}
          state={standing.state}
        />
        {standing.progress === null ? null : <span className="hint">{percentWords(standing.progress)}</span>}
      </Td>
      <Td>
        <StateWord state={standing.state}>{gradeWords(standing)}</StateWord>
        {standing.progress === null ? null : (
          <small className="narrow">{percentWords(standing.progress)}</small>
        )}
      </Td>
      <Td num className="wide">
        {latest ? (
          <>
            {latest}
            <small>{shortDate(standing.latest?.measuredOn ?? "", now)}</small>
          </>
        ) : (
          <span className="unknown">none</span>
        )}
      </Td>
      <Td num className="wide">
        {shortDate(keyResult.dueDate, now)}
      </Td>
      <Td className="wide">{keyResult.owner?.name ?? <span className="unknown">Nobody yet</span>}</Td>
    </tr>
  )
}
