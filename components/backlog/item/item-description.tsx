"use client"
import dynamic from "next/dynamic"
import { useState } from "react"
import { z } from "zod"
import { useWorkspace } from "@/components/api/workspace"
import { useKeptDraft } from "@/components/shell/use-kept-draft"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { RelativeTime } from "@/components/ui/relative-time"
import { SectionHead } from "@/components/ui/section-head"
import { SkeletonLines } from "@/components/ui/skeleton"
import type { Verdict } from "@/server/kernel/domain/verdict"

const loading = () => <SkeletonLines lines={4} label="Loading the description" />
const Markdown = dynamic(() => import("@/components/ui/markdown").then((module) => module.Markdown), {
  loading,
})
const DescriptionEditor = dynamic(() => import("./description-editor"), { loading })

/** A text being written; `version` is that of the item when writing began. */
const draftSchema = z.object({ text: z.string(), version: z.number(), at: z.string() })

type Props = {
  id: string
  itemKey: string
  text: string
  version: number
  may: Verdict
  /** True when it was saved. */
  onSave: (text: string, version: number) => Promise<boolean>
}

/** The description as it reads, or being written; what is written survives a reload. */
export function ItemDescription({ id, itemKey, text, version, may, onSave }: Props) {
  const { now } = useWorkspace()
  const { draft, keep } = useKeptDraft(`description ${id}`, draftSchema)
  const [writing, setWriting] = useState(false)
  const begin = () => {
    if (!draft) keep({ text, version, at: new Date().toISOString() })
    setWriting(true)
  }
  const discard = () => {
    keep(null)
    setWriting(false)
  }
  const waits = draft && !writing && draft.text !== text
  return (
    <section aria-labelledby="description">
      <SectionHead
        id="description"
        title="Description"
        right={
          writing ? undefined : (
            <Button size="small" disabledReason={may.ok ? undefined : may.reason} onClick={begin}>
              {text ? "Edit description" : "Write description"}
            </Button>
          )
        }
      />
      {waits ? (
        <div className="mb-4">
          <Notice state="warning">
            <b>A draft of yours was not saved.</b> You wrote it <RelativeTime iso={draft.at} now={now} />.{" "}
            <Button size="small" variant="quiet" onClick={() => setWriting(true)}>
              Continue writing
            </Button>
            <Button size="small" variant="quiet" onClick={discard}>
              Throw it away
            </Button>
          </Notice>
        </div>
      ) : null}
      {writing && draft ? (
        <DescriptionEditor
          itemKey={itemKey}
          text={draft.text}
          onChange={(typed) => keep({ ...draft, text: typed, at: new Date().toISOString() })}
          onCancel={discard}
          onSave={async () => {
            if (draft.text === text) return discard()
            const saved = await onSave(draft.text, draft.version)
            if (saved) discard()
          }}
        />
      ) : text ? (
        <Markdown text={text} />
      ) : (
        <p className="muted">
          No description yet. Say who needs this, why, and how you will know that it is done.
        </p>
      )}
    </section>
  )
}
