"use client"
import "./discussion.css"
import dynamic from "next/dynamic"
import { type ReactNode, useEffect, useState } from "react"
import { z } from "zod"
import { useWorkspace } from "@/components/api/workspace"
import { announce } from "@/components/shell/announcer"
import { useKeptDraft } from "@/components/shell/use-kept-draft"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import { Kbd } from "@/components/ui/kbd"
import { SectionHead } from "@/components/ui/section-head"
import { SkeletonLines } from "@/components/ui/skeleton"
import type { SubjectRef } from "@/server/discussion/domain/subject"
import type { Scope } from "@/server/kernel/domain/grants"
import { CommentEntry } from "./comment-entry"
import { mergeEntries, SHOWN_WORDS, type Shown, type TimelineEvent } from "./prepare-timeline"
import { useComments } from "./use-comments"

const CommentEditor = dynamic(() => import("./comment-editor"), {
  loading: () => <SkeletonLines lines={3} label="Loading the editor" />,
})

const draftSchema = z.string()

type Props<E extends TimelineEvent> = {
  subject: SubjectRef
  scope: Scope
  /** Changes to stand between the comments, newest first. */
  events?: readonly E[]
  renderEvent?: (event: E) => ReactNode
}

/** What was said and done, newest first, and a place to say something. */
export function DiscussionSection<E extends TimelineEvent>({
  subject,
  scope,
  events = [],
  renderEvent,
}: Props<E>) {
  const { may } = useWorkspace()
  const comments = useComments(subject)
  const { draft, keep } = useKeptDraft(`comment ${subject.id}`, draftSchema)
  const [writing, setWriting] = useState(false)
  const [shown, setShown] = useState<Shown>("all")
  const verdict = may("backlog.comment", scope)
  const write = () => verdict.ok && setWriting(true)
  useShortcuts([{ keys: "m", label: "Write a comment", hint: true, run: write }])
  const { loaded } = comments
  useEffect(() => {
    if (!loaded || !window.location.hash.startsWith("#comment-")) return
    document.getElementById(window.location.hash.slice(1))?.scrollIntoView({ block: "center" })
  }, [loaded])
  const entries = mergeEntries(comments.comments, events, shown)
  const counts = { all: null, comments: comments.comments.length, changes: null }
  return (
    <section aria-labelledby="discussion" className="discussion">
      <SectionHead
        id="discussion"
        title={events.length > 0 ? "Comments and activity" : "Comments"}
        note="Newest first"
        right={
          events.length > 0 ? (
            <fieldset className="shown">
              <legend className="sr-only">Show</legend>
              {(Object.keys(SHOWN_WORDS) as Shown[]).map((value) => (
                <Button
                  key={value}
                  size="small"
                  variant={shown === value ? "default" : "quiet"}
                  aria-pressed={shown === value}
                  onClick={() => setShown(value)}
                >
                  {SHOWN_WORDS[value]}
                  {counts[value] ? ` ${counts[value]}` : ""}
                </Button>
              ))}
            </fieldset>
          ) : undefined
        }
      />
      {writing ? (
        <CommentEditor
          subject={subject}
          label="New comment"
          action="Comment"
          text={draft ?? ""}
          onChange={(text) => keep(text || null)}
          onCancel={() => setWriting(false)}
          onSend={async (text, mentionedIds) => {
            const kept = await comments.add(text, mentionedIds)
            if (kept) {
              keep(null)
              setWriting(false)
              announce("Comment sent")
            }
            return kept
          }}
        />
      ) : (
        <p className="begin">
          <Button disabledReason={verdict.ok ? undefined : verdict.reason} onClick={write}>
            {draft ? "Continue your comment" : "Write a comment"} <Kbd keys="m" />
          </Button>
          {draft ? <span className="hint">A draft of yours was not sent.</span> : null}
        </p>
      )}
      {!loaded ? <SkeletonLines lines={3} label="Loading the comments" /> : null}
      {loaded && entries.length === 0 ? (
        <p className="muted">
          Nothing was said yet. Ask a question with @ and a name: it waits on that person until it is
          answered.
        </p>
      ) : null}
      <ol className="timeline">
        {entries.map((entry) => (
          <li key={entry.id}>
            {entry.kind === "comment" ? (
              <CommentEntry
                subject={subject}
                comment={entry.comment}
                comments={comments}
                mayComment={verdict.ok}
              />
            ) : (
              renderEvent?.(entry.event)
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
