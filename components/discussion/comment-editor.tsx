"use client"
import { useQuery } from "@tanstack/react-query"
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { Kbd } from "@/components/ui/kbd"
import { TextArea } from "@/components/ui/text-area"
import { commentTextSchema } from "@/server/discussion/domain/comment"
import type { Person } from "@/server/discussion/domain/mention"
import type { SubjectRef } from "@/server/discussion/domain/subject"
import { askedAt, peopleFor, withName } from "./prepare-mention"

type Props = {
  subject: SubjectRef
  label: string
  text: string
  onChange: (text: string) => void
  /** The verb on the button. */
  action: string
  /** Resolves to true when it was kept. */
  onSend: (text: string, mentionedIds: string[]) => Promise<boolean>
  onCancel: () => void
  hint?: ReactNode
}

/** Writing a comment: Markdown, names after an @, Ctrl Enter sends. */
export default function CommentEditor({
  subject,
  label,
  text,
  onChange,
  action,
  onSend,
  onCancel,
  hint,
}: Props) {
  const trpc = useTRPC()
  const listId = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const chosen = useRef<string[]>([])
  const caretAfter = useRef<number>(null)
  const [caret, setCaret] = useState(0)
  const [active, setActive] = useState(0)
  const [closed, setClosed] = useState(false)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<string>()
  const people = useQuery(trpc.discussion.listMentionable.queryOptions({ subject }, { staleTime: 60_000 }))
    .data?.people
  const asking = closed ? null : askedAt(text, caret)
  const found = asking ? peopleFor(asking.typed, people ?? []) : []
  const current = Math.min(active, found.length - 1)

  useEffect(() => {
    area.current?.focus()
    const end = area.current?.value.length ?? 0
    area.current?.setSelectionRange(end, end)
  }, [])
  useEffect(() => {
    if (caretAfter.current === null) return
    area.current?.setSelectionRange(caretAfter.current, caretAfter.current)
    caretAfter.current = null
  })

  const put = (person: Person) => {
    if (!asking) return
    const next = withName(text, caret, asking, person.name)
    chosen.current.push(person.id)
    caretAfter.current = next.caret
    setCaret(next.caret)
    onChange(next.text)
    area.current?.focus()
  }
  const send = async () => {
    const checked = commentTextSchema.safeParse(text)
    setProblem(checked.error?.issues[0]?.message)
    if (!checked.success || pending) return
    setPending(true)
    await onSend(checked.data, chosen.current).finally(() => setPending(false))
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void send()
    } else if (found.length > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault()
      const step = event.key === "ArrowDown" ? 1 : -1
      setActive((current + step + found.length) % found.length)
    } else if (found.length > 0 && (event.key === "Enter" || event.key === "Tab")) {
      event.preventDefault()
      put(found[current]!)
    } else if (event.key === "Escape") {
      event.stopPropagation()
      if (found.length > 0) setClosed(true)
      else if (text.trim() === "") onCancel()
    }
  }
  const place = () => {
    setCaret(area.current?.selectionStart ?? 0)
  }
  return (
    <div className="comment-editor">
      <TextArea
        ref={area}
        rows={4}
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        aria-autocomplete="list"
        aria-controls={found.length > 0 ? listId : undefined}
        aria-activedescendant={found.length > 0 ? `${listId}-${current}` : undefined}
        value={text}
        onChange={(event) => {
          setClosed(false)
          setActive(0)
          setCaret(event.target.selectionStart)
          onChange(event.target.value)
        }}
        onSelect={place}
        onKeyDown={press}
      />
      {found.length > 0 ? (
        <div className="pop mention-list" role="listbox" id={listId} aria-label="People to mention">
          {found.map((person, index) => (
            <div
              key={person.id}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              className="entry"
              onMouseDown={(event) => {
                event.preventDefault()
                put(person)
              }}
            >
              {person.name}
            </div>
          ))}
        </div>
      ) : null}
      {problem ? (
        <p className="bad mt-1" role="alert">
          {problem}
        </p>
      ) : null}
      <div className="acts mt-2">
        <Button variant="primary" pending={pending} onClick={() => void send()}>
          {action} <Kbd keys="Ctrl+Enter" />
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <span className="hint">
          {hint ?? "Markdown works. @ names somebody. Kept in this browser until sent."}
        </span>
      </div>
    </div>
  )
}
