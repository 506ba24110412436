"use client"
import { useSuspenseInfiniteQuery } from "@tanstack/react-query"
import Link from "next/link"
import { Fragment, useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { exactTime } from "@/components/ui/prepare-relative-time"
import { SectionHead } from "@/components/ui/section-head"
import type { Change } from "@/server/home/domain/change"
import { changePages } from "./prepare-change-pages"
import { type ChangeRun, changeDays, clockTime, foldRuns, isNews, visitWords } from "./prepare-home"
import { useVisit } from "./use-visit"

/** What others did, newest first, under the days; what is new since the last visit carries a mark. */
export function ChangeLog() {
  const trpc = useTRPC()
  const { now } = useWorkspace()
  const options = trpc.home.listChanges.infiniteQueryOptions(
    {},
    { ...changePages, staleTime: Number.POSITIVE_INFINITY },
  )
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, error } = useSuspenseInfiniteQuery(options)
  const since = useVisit(data.pages[0]?.since ?? null)
  const changes = data.pages.flatMap((page) => page.changes)
  const news = changes.filter((change) => isNews(change, since)).length
  return (
    <aside className="log" aria-labelledby="changed">
      <SectionHead
        id="changed"
        title="What changed"
        note={since ? `${news || "nothing"} new since your last visit, ${visitWords(since, now)}` : undefined}
      />
      {changes.length === 0 ? (
        <p className="hint">Nothing yet. Changes to products, items and scores stand here.</p>
      ) : null}
      {changeDays(changes, now).map((day) => (
        <Fragment key={day.heading}>
          <h3>{day.heading}</h3>
          <ul>
            {foldRuns(day.changes).map((run) => (
              <Run key={run.first.id} run={run} since={since} />
            ))}
          </ul>
        </Fragment>
      ))}
      {error ? <p className="bad">{errorMessage(error)}</p> : null}
      {hasNextPage ? (
        <Button size="small" variant="quiet" pending={isFetchingNextPage} onClick={() => fetchNextPage()}>
          Show earlier changes
        </Button>
      ) : null}
    </aside>
  )
}

function Run({ run, since }: { run: ChangeRun; since: string | null }) {
  const [open, setOpen] = useState(false)
  const { actor } = run.first
  const changes = open ? [...run.shown, ...run.folded] : run.shown
  return (
    <>
      {changes.map((change) => (
        <ChangeLine key={change.id} change={change} isNew={isNews(change, since)} />
      ))}
      {run.folded.length > 0 && !open ? (
        <li>
          <span />
          <span />
          <p>
            <button type="button" className="more" onClick={() => setOpen(true)}>
              {run.folded.length} more like this by {actor.me ? "you" : actor.name}
            </button>
          </p>
        </li>
      ) : null}
    </>
  )
}

function ChangeLine({ change, isNew }: { change: Change; isNew: boolean }) {
  return (
    <li>
      <time dateTime={change.at} title={exactTime(change.at)}>
        {clockTime(change.at)}
      </time>
      {isNew ? <span className="new" role="img" aria-label="New" /> : <span />}
      <p>
        <b>{change.actor.me ? "You" : change.actor.name}</b>{" "}
        {change.sentence.map((piece, place) => {
          const id = `${place} ${piece.text}`
          return piece.href ? (
            <Link key={id} href={piece.href}>
              {piece.text}
            </Link>
          ) : (
            <Fragment key={id}>{piece.text}</Fragment>
          )
        })}
        {change.reason ? <span className="sub">“{change.reason}”</span> : null}
      </p>
    </li>
  )
}
