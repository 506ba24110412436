"use client"
import { useMutation, useQuery } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { usePeople } from "@/components/members/use-people"
import { useForm } from "@/components/shell/use-form"
import { Button } from "@/components/ui/button"
import { FormDialog } from "@/components/ui/form-dialog"
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
  const people = usePeople()
  const { data: all } = useQuery(trpc.products.listDomains.queryOptions({}))
  const domains = (all ?? []).filter(({ id }) => may("products.edit", { type: "domain", domainId: id }).ok)
  const begun: ProductFields = { ...EMPTY_PRODUCT, domainId: domainId ?? "", ownerId: me.id }
  const only = domains.length === 1 ? domains[0]?.id : undefined
  const inOnly = (values: ProductFields) => ({ ...values, domainId: values.domainId || (only ?? "") })
  const create = useMutation(trpc.products.createProduct.mutationOptions())
  const form = useForm(
    (values) => formProblems(inOnly(values)),
    begun,
    async (values) => {
      const { slug } = await create.mutateAsync(inOnly(values))
      notify.success(`Created ${values.name.trim()}`)
      await refresh()
      router.push(`/${workspace.slug}/products/${slug}`)
    },
    { draft: "product" },
  )
  return (
    <FormDialog
      form={form}
      wide
      title="Create product"
      description="A data product answers one question for people outside its team, and somebody answers for it."
      action="Create product"
      onClose={onClose}
    >
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
      <ProductFieldSet
        form={inOnly(form.values)}
        errors={form.errors}
        domains={domains}
        people={people}
        onChange={form.set}
      />
    </FormDialog>
  )
}
