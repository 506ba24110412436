"use client"
import dynamic from "next/dynamic"
import { useState } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Person } from "@/components/ui/person"
import { RelativeTime } from "@/components/ui/relative-time"
import { SkeletonLines } from "@/components/ui/skeleton"
import { mayEditComment, mayWithdrawComment } from "@/server/discussion/domain/comment"
import { emphasiseMentions } from "@/server/discussion/domain/mention"
import type { SubjectRef } from "@/server/discussion/domain/subject"
import type { Comment } from "./discussion-data"
import type { Comments } from "./use-comments"

const loading = () => <SkeletonLines lines={2} label="Loading the comment" />
const Markdown = dynamic(() => import("@/components/ui/markdown").then((module) => module.Markdown), {
  loading,
})
const CommentEditor = dynamic(() => import("./comment-editor"), { loading })
const HistoryDialog = dynamic(() => import("./history-dialog"), { ssr: false })

type Props = { subject: SubjectRef; comment: Comment; comments: Comments; mayComment: boolean }

/** One comment, with what its reader may do about it. */
export function CommentEntry({ subject, comment, comments, mayComment }: Props) {
  const { me, now, may } = useWorkspace()
  const [editing, setEditing] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const [history, setHistory] = useState(false)
  const sending = comment.id.startsWith("new ")
  if (comment.withdrawnAt) {
    return (
      <article
        className="comment"
        id={`comment-${comment.id}`}
        aria-label={`Withdrawn comment by ${comment.createdByName}`}
      >
        <Person name={comment.createdByName} size="small" />
        <p className="muted">
          <b>{comment.createdByName}</b> commented; {comment.withdrawnByName} withdrew it{" "}
          <RelativeTime iso={comment.withdrawnAt} now={now} past />.
        </p>
      </article>
    )
  }
  const mayEdit = mayEditComment(comment, me.id).ok && mayComment
  const mayWithdraw = mayWithdrawComment(comment, me.id, may("settings.manage").ok).ok && mayComment
  return (
    <article
      className="comment"
      id={`comment-${comment.id}`}
      aria-label={`Comment by ${comment.createdByName}`}
    >
      <Person name={comment.createdByName} size="small" />
      <div className="min-w-0">
        <p className="by">
          <b>{comment.createdByName}</b>{" "}
          <span className="hint">
            {sending ? "sending…" : <RelativeTime iso={comment.createdAt} now={now} past />}
          </span>
          {comment.editedAt && !sending ? (
            <button type="button" className="linklike hint" onClick={() => setHistory(true)}>
              edited
            </button>
          ) : null}
          {comment.waitsOnMe ? (
            <span className="asked">
              <b>Waits on you.</b>{" "}
              <Button size="small" onClick={() => void comments.read()}>
                Mark as read
              </Button>
            </span>
          ) : null}
        </p>
        {editing !== null ? (
          <CommentEditor
            subject={subject}
            label="Comment"
            action="Save comment"
            text={editing}
            onChange={setEditing}
            onCancel={() => setEditing(null)}
            hint="What it said before stays readable."
            onSend={async (text, mentionedIds) => {
              const kept = await comments.edit(comment, text, mentionedIds)
              if (kept) setEditing(null)
              return kept
            }}
          />
        ) : (
          <Markdown
            text={emphasiseMentions(
              comment.text,
              comment.mentions.map(({ name }) => name),
            )}
          />
        )}
        {editing === null && !sending && (mayEdit || mayWithdraw) ? (
          <p className="does">
            {mayEdit ? (
              <Button size="small" variant="quiet" onClick={() => setEditing(comment.text)}>
                Edit
              </Button>
            ) : null}
            {mayWithdraw ? (
              <Button size="small" variant="quiet" onClick={() => setAsking(true)}>
                Withdraw
              </Button>
            ) : null}
          </p>
        ) : null}
      </div>
      {history ? <HistoryDialog comment={comment} onClose={() => setHistory(false)} /> : null}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Withdraw this comment?"
        description="Its words are shown to nobody any more. That it was here, who withdrew it and when, stays."
        action="Withdraw comment"
        ask={{ kind: "none" }}
        onConfirm={() => comments.withdraw(comment)}
      />
    </article>
  )
}
