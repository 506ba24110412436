"use client"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { conflictWith, errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { usePeople } from "@/components/members/use-people"
import { atFields } from "@/components/shell/form-problems"
import { useFormDraft } from "@/components/shell/use-form-draft"
import { FormDialog } from "@/components/ui/form-dialog"
import { TextField } from "@/components/ui/form-fields"
import { PersonPair } from "@/components/ui/person-field"
import { notify } from "@/components/ui/toast"
import type { DomainSummary } from "@/server/products/domain/product"
import {
  domainChanges,
  domainConflict,
  domainFormOf,
  domainProblems,
  EMPTY_DOMAIN,
} from "./prepare-domain-form"
import { useRefresh } from "./use-refresh"
import { BothVersions } from "./versions"

type Props = { domain?: DomainSummary; onClose: () => void }

/** A new domain, or an existing one: its key, its name and who answers for it. */
export function DomainDialog({ domain, onClose }: Props) {
  const trpc = useTRPC()
  const refresh = useRefresh()
  const { workspace } = useWorkspace()
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
      setErrors(atFields(fieldErrors(error), form))
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
  const message = error && !theirs && Object.keys(errors).length === 0 ? errorMessage(error) : undefined
  const nameOf = (id: string) => people.find((person) => person.value === id)?.label ?? "Somebody"
  return (
    <FormDialog
      form={{ props: { onSubmit: submit, noValidate: true }, pending, message, discard: forget }}
      title={base ? `Edit ${base.name}` : "Create domain"}
      description="A domain is a part of the business that owns its data products."
      action={base ? "Save domain" : "Create domain"}
      onClose={onClose}
    >
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
      <TextField
        label="Name"
        required
        value={form.name}
        error={errors.name}
        onChange={(name) => change({ name })}
      />
      <TextField
        label="Key"
        hint={
          base
            ? "Begins the keys of new items. Items that exist keep theirs"
            : "2 to 6 capital letters. It begins the keys of its items, as FUL does in FUL-207"
        }
        className="key"
        maxLength={6}
        required
        value={form.key}
        error={errors.key}
        onChange={(text) => change({ key: text.toUpperCase() })}
      />
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
      <TextField
        label="Description"
        rows={3}
        optional
        value={form.description}
        error={errors.description}
        onChange={(description) => change({ description })}
      />
    </FormDialog>
  )
}
