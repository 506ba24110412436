"use client"
import { useMutation, useQuery } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { conflictWith, errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import ReleaseNotice from "@/components/dpia/subject/release-notice"
import { useReleaseBlocks } from "@/components/dpia/subject/use-release-blocks"
import { usePeople } from "@/components/members/use-people"
import { atFields } from "@/components/shell/form-problems"
import { useFormDraft } from "@/components/shell/use-form-draft"
import { FormDialog } from "@/components/ui/form-dialog"
import { TextField } from "@/components/ui/form-fields"
import { notify } from "@/components/ui/toast"
import { LIFECYCLE_LABELS, type ProductDetails, type ProductFields } from "@/server/products/domain/product"
import { changesOf, conflictRows, formOf, formProblems, mergeOnto } from "./prepare-product-form"
import { ProductFieldSet } from "./product-fields"
import { useRefresh } from "./use-refresh"
import { BothVersions } from "./versions"

type Props = { product: ProductDetails; onClose: () => void }

/** Edits a product from the version that was open; a change of lifecycle asks for its reason. */
export function EditProductDialog({ product, onClose }: Props) {
  const trpc = useTRPC()
  const refresh = useRefresh()
  const { may } = useWorkspace()
  const [base, setBase] = useState(product)
  const draft = useFormDraft(`product ${product.id} ${product.version}`, formOf(product))
  const { value: form, change: setForm } = draft
  const close = () => {
    draft.forget()
    onClose()
  }
  const [reason, setReason] = useState("")
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [theirs, setTheirs] = useState<ProductDetails>()
  const people = usePeople([base.owner, base.steward, theirs?.owner ?? null, theirs?.steward ?? null])
  const { data: all } = useQuery(trpc.products.listDomains.queryOptions({}))
  const domains = (all ?? [base.domain]).filter(
    ({ id }) => id === form.domainId || may("products.edit", { type: "domain", domainId: id }).ok,
  )
  const moves = form.lifecycle !== base.lifecycle
  const releasing = {
    id: product.id,
    scope: { type: "product", productId: product.id, domainId: base.domain.id } as const,
  }
  const blocks = useReleaseBlocks(releasing)
  const blocked = moves && form.lifecycle === "live" && blocks.length > 0
  const update = useMutation(
    trpc.products.updateProduct.mutationOptions({
      onSuccess: async () => {
        notify.success(`Saved ${form.name.trim()}`)
        await refresh()
        close()
      },
      onError: (error) => {
        setErrors(atFields(fieldErrors(error), form))
        setTheirs(conflictWith<ProductDetails>(error))
      },
    }),
  )
  const save = (from: ProductDetails, changes: Partial<ProductFields>) => {
    if (Object.keys(changes).length === 0) return close()
    update.mutate({ id: from.id, version: from.version, changes, reason })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const problems = formProblems(form)
    if (moves && !reason.trim()) problems.reason = "Say why; the reason is recorded"
    setErrors(problems)
    if (Object.keys(problems).length === 0 && !update.isPending) save(base, changesOf(formOf(base), form))
  }
  const rebase = (mine: boolean) => {
    if (!theirs) return
    const next = mine ? mergeOnto(formOf(theirs), formOf(base), form) : formOf(theirs)
    setBase(theirs)
    setForm(next)
    setTheirs(undefined)
    update.reset()
    if (mine) save(theirs, changesOf(formOf(theirs), next))
  }
  const nameOf = (id: string) =>
    people.find((person) => person.value === id)?.label ??
    [...domains, base.domain, ...(theirs ? [theirs.domain] : [])].find((domain) => domain.id === id)?.name ??
    "Somebody"
  const unplaced = update.error && !theirs && Object.keys(errors).length === 0
  const message = unplaced ? errorMessage(update.error) : undefined
  return (
    <FormDialog
      form={{ props: { onSubmit: submit, noValidate: true }, pending: update.isPending, message }}
      wide
      title={`Edit ${product.name}`}
      action="Save product"
      disabledReason={blocked ? "It must not go live yet, see above" : undefined}
      onClose={close}
    >
      {theirs ? (
        <BothVersions
          rows={conflictRows(form, formOf(theirs), nameOf)}
          pending={update.isPending}
          onMine={() => rebase(true)}
          onTheirs={() => rebase(false)}
        />
      ) : null}
      <ProductFieldSet form={form} errors={errors} domains={domains} people={people} onChange={setForm} />
      {blocked ? <ReleaseNotice product={releasing} live={false} /> : null}
      {moves && !blocked ? (
        <TextField
          label={`Why it moves from ${LIFECYCLE_LABELS[base.lifecycle]} to ${LIFECYCLE_LABELS[form.lifecycle]}`}
          required
          value={reason}
          error={errors.reason}
          onChange={setReason}
        />
      ) : null}
    </FormDialog>
  )
}
