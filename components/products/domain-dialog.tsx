"use client"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useId, useState } from "react"
import { conflictWith, errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { usePeople } from "@/components/members/use-people"
import { useFormDraft } from "@/components/shell/use-form-draft"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { PersonPair } from "@/components/ui/person-field"
import { TextArea } from "@/components/ui/text-area"
import { TextInput } from "@/components/ui/text-input"
import { notify } from "@/components/ui/toast"
import type { DomainSummary } from "@/server/products/domain/product"
import {
  domainChanges,
  domainConflict,
  domainFormOf,
  domainProblems,
  EMPTY_DOMAIN,
} from "./prepare-domain-form"
import { atFields } from "./prepare-product-form"
import { useRefresh } from "./use-refresh"
import { BothVersions } from "./versions"

type Props = { domain?: DomainSummary; onClose: () => void }

/** A new domain, or an existing one: its key, its name and who answers for it. */
export function DomainDialog({ domain, onClose }: Props) {
  const trpc = useTRPC()
  const refresh = useRefresh()
  const { workspace } = useWorkspace()
  const formId = useId()
  const [base, setBase] = useState(domain)
  const key = domain ? `domain ${domain.id} ${domain.version}` : `domain ${workspace.id}`
  const {
    value: form,
    change: setForm,
    forget,
  } = useFormDraft(key, domain ? domainFormOf(domain) : EMPTY_DOMAIN)
  const close = () => {
    forget()
    onClose()
  }
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [theirs, setTheirs] = useState<DomainSummary>()
  const people = usePeople([
    domain?.owner ?? null,
    domain?.steward ?? null,
    theirs?.owner ?? null,
    theirs?.steward ?? null,
  ])
  const outcome = {
    onSuccess: async () => {
      notify.success(`Saved the domain ${form.name.trim()}`)
      await refresh()
      close()
    },
    onError: (error: unknown) => {
      setErrors(atFields(fieldErrors(error)))
      setTheirs(conflictWith<DomainSummary>(error))
    },
  }
  const create = useMutation(trpc.products.createDomain.mutationOptions(outcome))
  const update = useMutation(trpc.products.updateDomain.mutationOptions(outcome))
  const pending = create.isPending || update.isPending
  const error = create.error ?? update.error
  const change = (changes: Partial<typeof form>) => setForm({ ...form, ...changes })
  const save = (from: DomainSummary) => {
    const changes = domainChanges(domainFormOf(from), form)
    if (Object.keys(changes).length === 0) return close()
    update.mutate({ id: from.id, version: from.version, changes })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const problems = domainProblems(form)
    setErrors(problems)
    if (Object.keys(problems).length > 0 || pending) return
    if (base) save(base)
    else create.mutate(form)
  }
  const nameOf = (id: string) => people.find((person) => person.value === id)?.label ?? "Somebody"
  return (
    <Dialog
      open
      onOpenChange={(open) => open || close()}
      title={base ? `Edit ${base.name}` : "Create domain"}
      description="A domain is a part of the business that owns its data products."
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={pending}>
            {base ? "Save domain" : "Create domain"}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        {theirs ? (
          <BothVersions
            rows={domainConflict(form, domainFormOf(theirs), nameOf)}
            pending={pending}
            onMine={() => save(theirs)}
            onTheirs={() => {
              setBase(theirs)
              setForm(domainFormOf(theirs))
              setTheirs(undefined)
            }}
          />
        ) : null}
        {error && !theirs && Object.keys(errors).length === 0 ? (
          <Notice state="bad">{errorMessage(error)}</Notice>
        ) : null}
        <Field label="Name" error={errors.name} required>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              value={form.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <Field
          label="Key"
          hint={
            base
              ? "Begins the keys of new items. Items that exist keep theirs"
              : "2 to 6 capital letters. It begins the keys of its items, as FUL does in FUL-207"
          }
          error={errors.key}
          required
        >
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              className="key"
              maxLength={6}
              value={form.key}
              onChange={(event) => change({ key: event.target.value.toUpperCase() })}
            />
          )}
        </Field>
        <PersonPair
          people={people}
          fields={[
            ["ownerId", "Owner", "Decides what is built"],
            ["stewardId", "Steward", "Looks after meaning and quality"],
          ]}
          form={form}
          errors={errors}
          onChange={change}
        />
        <Field label="Description" error={errors.description} optional>
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              value={form.description}
              onChange={(event) => change({ description: event.target.value })}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
