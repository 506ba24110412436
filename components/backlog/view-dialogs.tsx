"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { type FormEvent, useEffect, useRef, useState } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import { notify } from "@/components/ui/toast"
import type { ItemView } from "@/server/backlog/domain/item-view"
import { allItemsHref, type SavedView, savedHref, type ViewTask } from "./prepare-view"

type Props = { task: ViewTask; view: ItemView; saved: SavedView | null; onClose: () => void }

/** What is done with views: saved, renamed, shared, opened first, deleted. Comes when it is needed. */
export default function ViewDialogs({ task, view, saved, onClose }: Props) {
  if (task === "save" || (task === "rename" && saved)) {
    return (
      <NameDialog view={view} saved={task === "rename" ? saved : null} copied={saved} onClose={onClose} />
    )
  }
  if (task === "delete" && saved) return <DeleteDialog saved={saved} onClose={onClose} />
  return saved ? <AtOnce task={task} view={view} saved={saved} onClose={onClose} /> : null
}

function useRefreshViews() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: trpc.backlog.listViews.pathKey() })
}

/** A name and who sees it, for a new view or for one that is there. */
function NameDialog({ view, saved, copied, onClose }: Omit<Props, "task"> & { copied: SavedView | null }) {
  const trpc = useTRPC()
  const router = useRouter()
  const refresh = useRefreshViews()
  const { workspace } = useWorkspace()
  const [name, setName] = useState(saved?.name ?? (copied ? `${copied.name}, my copy` : ""))
  const [shared, setShared] = useState(saved?.shared ?? false)
  const create = useMutation(trpc.backlog.saveView.mutationOptions())
  const update = useMutation(trpc.backlog.updateView.mutationOptions())
  const pending = create.isPending || update.isPending
  const failure = create.error ?? update.error
  const wrong = fieldErrors(failure).name ?? fieldErrors(failure)["changes.name"]
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (pending) return
    try {
      if (saved) {
        await update.mutateAsync({ id: saved.id, version: saved.version, changes: { name, shared } })
        await refresh()
        notify.success(`The view is called “${name.trim()}” and ${shared ? "shared" : "yours alone"}`)
      } else {
        const { id } = await create.mutateAsync({ name, shared, view })
        await refresh()
        notify.success(`Saved the view “${name.trim()}”`)
        if (view.layout === "list") router.push(savedHref(`/${workspace.slug}/backlog`, id))
      }
      onClose()
    } catch {
      // The message stands in the dialog; what was typed stays.
    }
  }
  return (
    <Dialog
      open
      title={saved ? "Rename or share the view" : "Save view"}
      description={
        saved ? undefined : "It keeps the filters, the order, the groups and the columns that you see now."
      }
      onOpenChange={(open) => !open && onClose()}
    >
      <form onSubmit={submit} noValidate>
        <Field label="Name" required error={wrong}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              maxLength={80}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Checkbox
          checked={shared}
          hint="Everybody who sees the backlog finds it; you, product owners and administrators may change it."
          onChange={(event) => setShared(event.target.checked)}
        >
          Share with the workspace
        </Checkbox>
        {failure && !wrong ? (
          <p className="error" role="alert">
            {errorMessage(failure)}
          </p>
        ) : null}
        <div className="acts">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={pending}>
            {saved ? "Save" : "Save view"}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function DeleteDialog({ saved, onClose }: { saved: SavedView; onClose: () => void }) {
  const trpc = useTRPC()
  const router = useRouter()
  const refresh = useRefreshViews()
  const { workspace } = useWorkspace()
  const remove = useMutation(trpc.backlog.deleteView.mutationOptions())
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete the view “${saved.name}”?`}
      description={`${saved.shared ? "Everybody loses it, and links to it no longer open it. " : ""}Its items stay as they are.`}
      action="Delete view"
      ask={{ kind: "none" }}
      onConfirm={async () => {
        try {
          await remove.mutateAsync({ id: saved.id, version: saved.version })
        } catch (error) {
          throw new Error(errorMessage(error))
        }
        router.push(allItemsHref(`/${workspace.slug}/backlog`))
        await refresh()
        notify.success(`Deleted the view “${saved.name}”`)
      }}
    />
  )
}

/** What needs no question: keeping what is on the screen, choosing what the backlog opens with. */
function AtOnce({ task, view, saved, onClose }: Props & { saved: SavedView }) {
  const trpc = useTRPC()
  const router = useRouter()
  const refresh = useRefreshViews()
  const { workspace } = useWorkspace()
  const update = useMutation(trpc.backlog.updateView.mutationOptions())
  const choose = useMutation(trpc.backlog.setDefaultView.mutationOptions())
  const started = useRef(false)
  const act = async () => {
    try {
      if (task === "update") {
        const changes = { view: { ...view, layout: saved.view.layout } }
        await update.mutateAsync({ id: saved.id, version: saved.version, changes })
        await refresh()
        router.replace(savedHref(`/${workspace.slug}/backlog`, saved.id))
        notify.success(`Saved the view “${saved.name}”`)
      } else {
        const id = task === "default" ? saved.id : null
        await choose.mutateAsync({ id })
        await refresh()
        notify.success(id ? `Your backlog opens with “${saved.name}”` : "Your backlog opens with all items")
      }
    } catch (error) {
      notify.error(`The view was not changed. ${errorMessage(error)}`)
      await refresh()
    }
    onClose()
  }
  const latest = useRef(act)
  useEffect(() => {
    if (started.current) return
    started.current = true
    void latest.current()
  }, [])
  return null
}
