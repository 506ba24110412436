"use client"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Icon } from "@/components/ui/icon"
import { RelativeTime } from "@/components/ui/relative-time"
import { SkeletonLines } from "@/components/ui/skeleton"
import { ITEM_TYPE_LABELS } from "@/server/backlog/domain/item"
import { nameScore } from "@/server/scoring/domain/format-score"
import { prepareFormula } from "../prepare-formula"
import { people } from "../prepare-words"
import type { Explanation, RankedRow } from "../scoring-data"
import { GivenTable } from "./given-table"
import { changedSince, missingWords } from "./prepare-why"

type Props = { itemKey: string; frameworkKey: string; version: number | null; row: RankedRow | undefined }

/** Everything behind one score: formula, inputs by person, splits, source and time. */
export function WhyPanel({ itemKey, frameworkKey, version, row }: Props) {
  const trpc = useTRPC()
  const input = { itemKey, frameworkKey, ...(version !== null && { version }) }
  const { data, error, isPlaceholderData } = useQuery({
    ...trpc.scoring.explainScore.queryOptions(input),
    placeholderData: keepPreviousData,
  })
  if (error && !data) {
    return (
      <p role="alert" className="bad">
        {errorMessage(error)}
      </p>
    )
  }
  if (!data) return <SkeletonLines lines={8} label="Loading the explanation" />
  const rank = row && row.item.key === data.item.key ? row : undefined
  return (
    <div aria-busy={isPlaceholderData || undefined}>
      <Explained why={data} row={rank} />
    </div>
  )
}

function Explained({ why, row }: { why: Explanation; row: RankedRow | undefined }) {
  const { workspace, now } = useWorkspace()
  const { item, framework, scorers, scoredAt } = why
  const missing = missingWords(why)
  const sentences = row ? [row.lifts, row.holdsDown, row.tie].filter((sentence) => sentence !== null) : []
  return (
    <>
      <p className="hint">
        {item.key}
        {row ? `, rank ${row.rank}` : ""}, {ITEM_TYPE_LABELS[item.type].toLowerCase()}
      </p>
      <h2 id="why">Why this score</h2>
      <p className="muted">
        <Link className="plain" href={`/${workspace.slug}/items/${item.key}`}>
          {item.title}
        </Link>
      </p>
      <Worked why={why} />
      {missing ? (
        <p className="st unknown my-2">
          <Icon name="unknown" />
          {missing}
        </p>
      ) : null}
      <p className="hint mt-2">
        {scorers.length > 1 ? `Medians of ${people(scorers.length)}. ` : ""}
        {framework.definition.name} version {framework.version}. {framework.definition.source}
        {scoredAt ? (
          <>
            {" "}
            Scored <RelativeTime iso={scoredAt} now={now} />.
          </>
        ) : null}
      </p>
      {sentences.length > 0 ? <p className="mt-2">{sentences.join(" ")}</p> : null}
      {scorers.length > 0 ? (
        <>
          <h3>Who gave what</h3>
          <GivenTable why={why} />
        </>
      ) : null}
      <Splits why={why} />
      <BeforeReveal why={why} />
      <Versions why={why} />
      <h3>How people are combined</h3>
      <p className="muted">{why.combineRule}</p>
    </>
  )
}

function Worked({ why: { framework, result } }: { why: Explanation }) {
  if (result.status !== "scored") return null
  const { score, above, below, words } = prepareFormula(framework.definition.method, result)
  return (
    <>
      <p className="formula">
        <span className="res">{score}</span>
        <span>=</span>
        {below === null ? (
          <span>{above}</span>
        ) : (
          <span className="fr">
            <span>{above}</span>
            <span className="sr-only"> divided by </span>
            <span>{below}</span>
          </span>
        )}
      </p>
      <p className="hint">{words}</p>
      {result.counts ? <p className="mt-2">{result.sentence}</p> : null}
    </>
  )
}

function Splits({ why: { framework, split } }: { why: Explanation }) {
  return split.map(({ criterion, voices }) => {
    const name = framework.definition.criteria.find(({ key }) => key === criterion)?.name ?? criterion
    return (
      <p key={criterion} className="why mt-2">
        <Icon name="warning" className="warning" />
        <span>
          <b className="warning">Split on {name.toLowerCase()}.</b>{" "}
          {voices.length > 0
            ? voices.map(({ name: who, note }) => `${who}: “${note}”`).join(" ")
            : "Nobody wrote why. Ask them before the order is adopted."}
        </span>
      </p>
    )
  })
}

/** What people had given on their own, where they changed it after the reveal. */
function BeforeReveal({ why: { framework, revealed, scorers } }: { why: Explanation }) {
  const { now } = useWorkspace()
  const changed = revealed ? changedSince(framework.definition, revealed.given, scorers) : []
  if (!revealed?.revealedAt || changed.length === 0) return null
  return (
    <>
      <h3>Before the reveal</h3>
      <ul>
        {changed.map((line) => (
          <li key={line} className="muted">
            {line}
          </li>
        ))}
      </ul>
      <p className="hint">
        Revealed by {revealed.revealedBy} <RelativeTime iso={revealed.revealedAt} now={now} />:{" "}
        {revealed.reason}
      </p>
    </>
  )
}

function Versions({ why: { framework, otherVersions } }: { why: Explanation }) {
  if (otherVersions.length === 0) return null
  const { method, name } = framework.definition
  return (
    <>
      <h3>Under other versions</h3>
      <ul>
        {otherVersions.map(({ version, score, category, scorers }) => (
          <li key={version} className="muted">
            {name} version {version}: {score === null ? "incomplete" : nameScore(method, { score, category })}
            , {people(scorers)}. It does not count here.
          </li>
        ))}
      </ul>
    </>
  )
}
