"use client"
import { useMutation, useQuery } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { type FormEvent, useId, useState } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { usePeople } from "@/components/members/use-people"
import { useFormDraft } from "@/components/shell/use-form-draft"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import { notify } from "@/components/ui/toast"
import type { ProductFields } from "@/server/products/domain/product"
import { EMPTY_PRODUCT, formProblems } from "./prepare-product-form"
import { ProductFieldSet } from "./product-fields"
import { useRefresh } from "./use-refresh"

type Props = { domainId?: string; onClose: () => void; onCreateDomain?: () => void }

/** A new product: afterwards its own page opens. */
export function CreateProductDialog({ domainId, onClose, onCreateDomain }: Props) {
  const trpc = useTRPC()
  const router = useRouter()
  const refresh = useRefresh()
  const { workspace, me, may } = useWorkspace()
  const formId = useId()
  const people = usePeople()
  const { data: all } = useQuery(trpc.products.listDomains.queryOptions({}))
  const domains = (all ?? []).filter(({ id }) => may("products.edit", { type: "domain", domainId: id }).ok)
  const begun: ProductFields = { ...EMPTY_PRODUCT, domainId: domainId ?? "", ownerId: me.id }
  const { value: form, change, forget } = useFormDraft(`product ${workspace.id}`, begun)
  const close = () => {
    forget()
    onClose()
  }
  const [errors, setErrors] = useState<Record<string, string>>({})
  const only = domains.length === 1 ? domains[0]?.id : undefined
  const filled = { ...form, domainId: form.domainId || (only ?? "") }
  const create = useMutation(
    trpc.products.createProduct.mutationOptions({
      onSuccess: async ({ slug }) => {
        forget()
        notify.success(`Created ${filled.name.trim()}`)
        await refresh()
        router.push(`/${workspace.slug}/products/${slug}`)
      },
      onError: (error) => setErrors(fieldErrors(error)),
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const problems = formProblems(filled)
    setErrors(problems)
    if (Object.keys(problems).length === 0 && !create.isPending) create.mutate(filled)
  }
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => open || close()}
      title="Create product"
      description="A data product answers one question for people outside its team, and somebody answers for it."
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={create.isPending}>
            Create product
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        {all && all.length === 0 ? (
          <Notice state="warning">
            <b>There is no domain yet.</b> A product belongs to a domain, whose key begins the keys of its
            items.{" "}
            {onCreateDomain ? (
              <Button size="small" onClick={onCreateDomain}>
                Create domain
              </Button>
            ) : null}
          </Notice>
        ) : null}
        {create.error && Object.keys(errors).length === 0 ? (
          <Notice state="bad">{errorMessage(create.error)}</Notice>
        ) : null}
        <ProductFieldSet form={filled} errors={errors} domains={domains} people={people} onChange={change} />
      </form>
    </Dialog>
  )
}
