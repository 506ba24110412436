"use client"
import { useEffect, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { Kbd } from "@/components/ui/kbd"
import { Markdown } from "@/components/ui/markdown"
import { TextArea } from "@/components/ui/text-area"
import { updateItemSchema } from "@/server/backlog/domain/item"

type Props = {
  itemKey: string
  text: string
  onChange: (text: string) => void
  onCancel: () => void
  onSave: () => Promise<void>
}

/** Markdown with a preview. Ctrl Enter saves. */
export default function DescriptionEditor({ itemKey, text, onChange, onCancel, onSave }: Props) {
  const [preview, setPreview] = useState(false)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<string>()
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (!preview) area.current?.focus()
  }, [preview])
  const save = async () => {
    const checked = updateItemSchema.shape.changes.safeParse({ description: text })
    setProblem(checked.error?.issues[0]?.message)
    if (!checked.success || pending) return
    setPending(true)
    await onSave().finally(() => setPending(false))
  }
  return (
    <div>
      {preview ? (
        <div className="preview">
          <Markdown text={text || "*Nothing written yet*"} />
        </div>
      ) : (
        <TextArea
          ref={area}
          rows={14}
          aria-label={`Description of ${itemKey}`}
          aria-invalid={problem ? true : undefined}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return
            event.preventDefault()
            void save()
          }}
        />
      )}
      {problem ? (
        <p className="bad mt-1" role="alert">
          {problem}
        </p>
      ) : null}
      <div className="acts mt-3">
        <Button variant="primary" pending={pending} onClick={() => void save()}>
          Save description <Kbd keys="Ctrl+Enter" />
        </Button>
        <Button onClick={() => setPreview(!preview)} aria-pressed={preview}>
          {preview ? "Write" : "Preview"}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <span className="hint">Markdown. Kept in this browser until you save it.</span>
      </div>
    </div>
  )
}
