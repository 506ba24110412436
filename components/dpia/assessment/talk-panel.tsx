"use client"
import { useMutation } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import type { FormEvent } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useFormDraft } from "@/components/shell/use-form-draft"
import { Button } from "@/components/ui/button"
import { RelativeTime } from "@/components/ui/relative-time"
import { TextArea } from "@/components/ui/text-area"
import { findQuestion } from "@/server/dpia/domain/questions"
import { useAssessment } from "./use-assessment"

const Markdown = dynamic(() => import("@/components/ui/markdown").then((module) => module.Markdown))

/** What was said about one question. It is talk: it changes no version and is not signed. */
export function TalkPanel({ questionId, onClose }: { questionId: number; onClose: () => void }) {
  const trpc = useTRPC()
  const { may, now } = useWorkspace()
  const { assessment, refresh } = useAssessment()
  const draft = useFormDraft(`talk ${assessment.id} ${questionId}`, { text: "" })
  const add = useMutation(
    trpc.dpia.addComment.mutationOptions({
      onSuccess: async () => {
        draft.change({ text: "" })
        draft.forget()
        await refresh()
      },
    }),
  )
  const question = findQuestion(questionId)
  const comments = assessment.comments.filter((comment) => comment.questionId === questionId)
  const send = (event?: FormEvent) => {
    event?.preventDefault()
    const text = draft.value.text.trim()
    if (text && !add.isPending) add.mutate({ id: assessment.id, on: { questionId }, text })
  }
  return (
    <section aria-label="Comments" className="talk">
      <div className="question-head">
        <h2>Comments</h2>
        <Button size="small" variant="quiet" onClick={onClose}>
          Close
        </Button>
      </div>
      <p className="hint">{question?.title}</p>
      {comments.length === 0 ? <p className="muted">Nothing was said yet.</p> : null}
      <ol>
        {comments.map(({ id, text, by, at }) => (
          <li key={id}>
            <p className="hint">
              {by?.name ?? "From a file"}, <RelativeTime iso={at} now={now} past />
            </p>
            <Markdown text={text} />
          </li>
        ))}
      </ol>
      {may("backlog.comment").ok ? (
        <form onSubmit={send}>
          <TextArea
            rows={3}
            aria-label="Comment"
            placeholder="Ask or remark; Ctrl Enter sends"
            maxLength={10_000}
            value={draft.value.text}
            onChange={(event) => draft.change({ text: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send()
            }}
          />
          {add.error ? <p className="bad">{errorMessage(add.error)}</p> : null}
          <Button type="submit" size="small" className="mt-2" pending={add.isPending}>
            Add comment
          </Button>
        </form>
      ) : null}
    </section>
  )
}
