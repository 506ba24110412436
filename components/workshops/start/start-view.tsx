"use client"
import "../workshops.css"
import "./start.css"
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { type FormEvent, useSyncExternalStore } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useAddress } from "@/components/shell/use-address"
import { useFormDraft } from "@/components/shell/use-form-draft"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { WORKSHOP_LIMITS } from "@/server/workshops/domain/workshop"
import { type ChosenItem, ChosenItems } from "./chosen-items"
import { Guests } from "./guests"
import { selectionOf } from "./start-address"

const never = () => () => {}

/** Sets a workshop up: what it is called, which items, by which framework, and who finds it on their Home. */
export function StartView() {
  const { params } = useAddress()
  // The server knows no draft: it is laid over the page once that is there.
  const here = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const name = here ? `workshop ${JSON.stringify(selectionOf(params))}` : "workshop on the server"
  return <StartForm key={name} draftName={name} />
}

type Draft = {
  title: string
  frameworkKey: string
  items: readonly ChosenItem[]
  invite: readonly string[]
}

function StartForm({ draftName }: { draftName: string }) {
  const trpc = useTRPC()
  const router = useRouter()
  const queries = useQueryClient()
  const { workspace, may } = useWorkspace()
  const { params } = useAddress()
  const { data: frameworks } = useSuspenseQuery(trpc.scoring.listFrameworks.queryOptions({}))
  const { data: preview } = useSuspenseQuery(
    trpc.workshops.previewSelection.queryOptions(selectionOf(params)),
  )
  const used = [...frameworks].sort((a, b) => b.used.items - a.used.items)[0]
  const draft = useFormDraft<Draft>(draftName, {
    title: "",
    frameworkKey: params.get("framework") ?? used?.key ?? "",
    items: preview.items,
    invite: [],
  })
  const { title, frameworkKey, items, invite } = draft.value
  const set = (change: Partial<Draft>) => draft.change({ ...draft.value, ...change })
  const verdict = may("workshops.facilitate")
  const base = `/${workspace.slug}/backlog/workshops`
  const open = useMutation(
    trpc.workshops.openWorkshop.mutationOptions({
      onSuccess: ({ id }) => {
        draft.forget()
        void queries.invalidateQueries({ queryKey: trpc.workshops.listWorkshops.pathKey() })
        router.push(`${base}/${id}`)
      },
    }),
  )
  const errors = fieldErrors(open.error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (open.isPending) return
    open.mutate({ title, frameworkKey, itemIds: items.map(({ id }) => id), invite: [...invite] })
  }
  const framework = frameworks.find(({ key }) => key === frameworkKey)
  return (
    <form className="start-workshop" onSubmit={submit}>
      <PageHead
        crumbs={[
          { label: "Backlog", href: `/${workspace.slug}/backlog` },
          { label: "Workshops", href: base },
        ]}
        title="Start a workshop"
        state="You facilitate. Everybody with the link and the right to score can join on their own device."
      />
      {preview.total > preview.items.length ? (
        <Notice state="warning">
          <b>
            The filter shows {preview.total.toLocaleString("en-GB")} items; a workshop has at most{" "}
            {WORKSHOP_LIMITS.items}.
          </b>{" "}
          The first {preview.items.length} in the backlog's order are chosen.
        </Notice>
      ) : null}
      <div className="start-columns">
        <div>
          <Field label="Title" error={errors.title} required>
            {(control) => (
              <TextInput
                {...control}
                required={undefined}
                maxLength={WORKSHOP_LIMITS.title}
                placeholder="Order for the fourth quarter"
                value={title}
                onChange={(event) => set({ title: event.target.value })}
              />
            )}
          </Field>
          <Field
            label="Framework"
            hint={framework?.definition.criteria.map(({ name }) => name).join(", ")}
            error={errors.frameworkKey}
          >
            {(control) => (
              <Select
                {...control}
                options={frameworks.map(({ key, name, version }) => ({
                  value: key,
                  label: `${name}, version ${version}`,
                }))}
                value={frameworkKey}
                onChange={(event) => set({ frameworkKey: event.target.value })}
              />
            )}
          </Field>
          <Guests chosen={invite} onChange={(ids) => set({ invite: ids })} error={errors.invite} />
        </div>
        <ChosenItems items={items} onChange={(chosen) => set({ items: chosen })} error={errors.itemIds} />
      </div>
      {open.error && Object.keys(errors).length === 0 ? (
        <Notice state="bad">
          <b>The workshop was not opened.</b> {errorMessage(open.error)}
        </Notice>
      ) : null}
      <div className="acts start-acts">
        <Button
          type="submit"
          variant="primary"
          pending={open.isPending}
          disabledReason={
            verdict.ok ? (items.length < 2 ? "Choose at least two items" : undefined) : verdict.reason
          }
        >
          Open the workshop
        </Button>
      </div>
    </form>
  )
}
