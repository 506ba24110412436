"use client"
import "./discussion.css"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { type DragEvent, useRef, useState } from "react"
import { useTRPC, useTRPCClient } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { classNames } from "@/components/ui/class-names"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Icon } from "@/components/ui/icon"
import { ProgressBar } from "@/components/ui/progress-bar"
import { SectionHead } from "@/components/ui/section-head"
import { ATTACHMENT_LIMITS } from "@/server/discussion/domain/attachment-kinds"
import type { SubjectRef } from "@/server/discussion/domain/subject"
import type { Scope } from "@/server/kernel/domain/grants"
import { attachFile } from "./call-attach"
import type { AttachedFile } from "./discussion-data"
import { FileList } from "./file-list"
import { LinkList } from "./link-list"

const LinkDialog = dynamic(() => import("./link-dialog"), { ssr: false })

type Props = { subject: SubjectRef; scope: Scope }
type Sending = { name: string; share: number }

/** Files and links that belong to a subject. Files are picked or dropped anywhere on the section. */
export function MaterialSection({ subject, scope }: Props) {
  const trpc = useTRPC()
  const api = useTRPCClient()
  const queries = useQueryClient()
  const { workspace, me, may } = useWorkspace()
  const options = trpc.discussion.listMaterial.queryOptions({ subject })
  const material = useQuery(options).data
  const input = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState<Sending | null>(null)
  const [problem, setProblem] = useState<string>()
  const [over, setOver] = useState(false)
  const [linking, setLinking] = useState(false)
  const [removing, setRemoving] = useState<AttachedFile | null>(null)
  const verdict = may("backlog.comment", scope)
  const mayEdit = may("backlog.edit", scope).ok
  const reason = verdict.ok ? undefined : verdict.reason
  const refresh = () => queries.invalidateQueries({ queryKey: options.queryKey })

  const send = async (files: Iterable<File>) => {
    setProblem(undefined)
    const problems: string[] = []
    for (const file of files) {
      try {
        if (file.size > ATTACHMENT_LIMITS.bytes)
          throw new Error(
            `${file.name} is larger than 25 MB. Put it where large files live and add a link to it.`,
          )
        setSending({ name: file.name, share: 0 })
        await attachFile(workspace.slug, subject, file, (share) => setSending({ name: file.name, share }))
      } catch (error) {
        problems.push(error instanceof Error ? error.message : `${file.name} could not be sent`)
      }
    }
    setSending(null)
    if (problems.length > 0) setProblem(problems.join(" "))
    if (input.current) input.current.value = ""
    await refresh()
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (verdict.ok) void send([...event.dataTransfer.files])
  }
  const nothing = material?.files.every((file) => file.removedAt) && material.links.length === 0
  return (
    <section
      aria-labelledby="material"
      className={classNames("material", over && "over")}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <SectionHead
        id="material"
        title="Files and links"
        right={
          <span className="flex gap-2">
            <Button size="small" disabledReason={reason} onClick={() => setLinking(true)}>
              Add link
            </Button>
            <Button size="small" disabledReason={reason} onClick={() => input.current?.click()}>
              Attach file
            </Button>
          </span>
        }
      />
      <input
        ref={input}
        type="file"
        multiple
        className="sr-only"
        tabIndex={-1}
        aria-label="File to attach"
        onChange={(event) => void send([...(event.target.files ?? [])])}
      />
      {sending ? (
        <ProgressBar
          label={`Sending ${sending.name}`}
          value={sending.share < 1 ? sending.share : undefined}
          max={1}
          words={sending.share < 1 ? `Sending ${sending.name}` : `${sending.name}: the server checks it`}
        />
      ) : null}
      {problem ? (
        <p className="bad" role="alert">
          <Icon name="bad" /> {problem}
        </p>
      ) : null}
      {material ? (
        <>
          <LinkList
            links={material.links}
            mayRemove={(authorId) => verdict.ok && (mayEdit || authorId === me.id)}
            onRemove={async (id) => {
              await api.discussion.removeLink.mutate({ id })
              await refresh()
            }}
          />
          <FileList
            files={material.files}
            mayRemove={(authorId) => verdict.ok && (mayEdit || authorId === me.id)}
            onRemove={setRemoving}
          />
        </>
      ) : null}
      {nothing ? (
        <p className="muted">
          Drop a file here, or link to where the material lives. At most 25 MB per file.
        </p>
      ) : null}
      {linking ? (
        <LinkDialog subject={subject} onClose={() => setLinking(false)} onAdded={() => void refresh()} />
      ) : null}
      <ConfirmDialog
        open={removing !== null}
        onOpenChange={(open) => !open && setRemoving(null)}
        title={`Remove ${removing?.fileName ?? "the file"}?`}
        description="Its content is deleted and cannot be brought back. Its name, size and SHA-256 stay on record."
        action="Remove file"
        ask={{ kind: "reason" }}
        onConfirm={async (why) => {
          if (!removing) return
          await api.discussion.removeAttachment.mutate({ id: removing.id, reason: why })
          await refresh()
        }}
      />
    </section>
  )
}
