"use client"
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { conflictWith } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useForm } from "@/components/shell/use-form"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { shortDate } from "@/components/ui/prepare-relative-time"
import { TextInput } from "@/components/ui/text-input"
import { notify } from "@/components/ui/toast"
import { workspaceFields } from "@/server/members/domain/workspace"

type Named = { name: string; itemPrefix: string; version: number }

/** Name and item prefix of the workspace. */
export function GeneralView() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const { may } = useWorkspace()
  const { data: workspace } = useSuspenseQuery(trpc.members.getWorkspace.queryOptions({}))
  const verdict = may("settings.manage")
  const update = useMutation(trpc.members.updateWorkspace.mutationOptions())
  const { name, itemPrefix, version } = workspace
  const form = useForm(workspaceFields, { name, itemPrefix, version }, async (values) => {
    const saved = await update.mutateAsync(values)
    form.set({ version: saved.version })
    await queries.invalidateQueries(trpc.members.getWorkspace.pathFilter())
    notify.success("Saved the settings of the workspace")
    // The name stands in the shell, which the server draws.
    router.refresh()
  })
  const theirs = conflictWith<Named>(update.error)
  return (
    <>
      <PageHead
        title="General"
        state={
          <>
            {workspace.name}, founded {shortDate(workspace.createdAt)}, at the address /{workspace.slug}
          </>
        }
      />
      <form {...form.props} className="max-w-md">
        {theirs ? (
          <Notice state="warning">
            <b>Somebody else saved first.</b> It now reads “{theirs.name}” with the prefix {theirs.itemPrefix}
            .{" "}
            <Button size="small" onClick={() => form.set({ version: theirs.version })}>
              Keep what I typed
            </Button>{" "}
            <Button size="small" onClick={() => form.set(theirs)}>
              Take theirs
            </Button>
          </Notice>
        ) : form.message ? (
          <Notice state="bad">{form.message}</Notice>
        ) : null}
        <Field label="Name" error={form.errors.name} required>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              readOnly={!verdict.ok}
              value={form.values.name}
              onChange={(event) => form.set({ name: event.target.value })}
            />
          )}
        </Field>
        <Field
          label="Prefix of item keys"
          hint={`For items that belong to no product: ${form.values.itemPrefix || "NM"}-1. Items that exist keep their keys.`}
          error={form.errors.itemPrefix}
          required
        >
          {(control) => (
            <TextInput
              {...control}
              className="max-w-32"
              autoComplete="off"
              readOnly={!verdict.ok}
              value={form.values.itemPrefix}
              onChange={(event) => form.set({ itemPrefix: event.target.value.toUpperCase() })}
            />
          )}
        </Field>
        <Button
          type="submit"
          variant="primary"
          pending={form.pending}
          disabledReason={verdict.ok ? undefined : verdict.reason}
        >
          Save settings
        </Button>
      </form>
    </>
  )
}
