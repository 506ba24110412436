"use client"
import { useMutation, useSuspenseQuery } from "@tanstack/react-query"
import Link from "next/link"
import { useRouter } from "next/navigation"
import { type FormEvent, useState } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { FirstProduct } from "@/components/products/first-product"
import { useAddress } from "@/components/shell/use-address"
import { Button } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { PageHead } from "@/components/ui/page-head"
import { TextInput } from "@/components/ui/text-input"
import "../dpia.css"
import { useRefreshDpia } from "../use-refresh-dpia"
import { useChosenItem } from "./use-chosen-item"

/** Begins an assessment of a product, or of one item of it. */
export function BeginAssessment() {
  const trpc = useTRPC()
  const router = useRouter()
  const { workspace, may } = useWorkspace()
  const { params } = useAddress()
  const refresh = useRefreshDpia()
  const { data: products } = useSuspenseQuery(trpc.products.listProducts.queryOptions({}))
  const item = useChosenItem(params.get("item"))
  const [chosen, setChosen] = useState<string | undefined>(params.get("product") ?? undefined)
  const [name, setName] = useState("")
  const [category, setCategory] = useState("")
  const [problem, setProblem] = useState<string>()
  const productId = item?.product?.id ?? chosen
  const product = products.find(({ id }) => id === productId)
  const base = `/${workspace.slug}/privacy`
  const create = useMutation(
    trpc.dpia.createAssessment.mutationOptions({
      onSuccess: async ({ key }) => {
        await refresh()
        router.push(`${base}/assessments/${key}`)
      },
    }),
  )
  const errors = fieldErrors(create.error)
  const mayEdit = may("dpia.edit")
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setProblem(productId ? undefined : "Choose a product")
    if (!productId || create.isPending) return
    const given = name.trim() || (item ? item.title : undefined)
    create.mutate({ productId, itemId: item?.id ?? null, category, ...(given && { name: given }) })
  }
  return (
    <>
      <PageHead
        title="Begin assessment"
        crumbs={[{ label: "Privacy", href: base }, { label: "Begin assessment" }]}
        state="First texts are taken from what is known about the product: its purpose, people and data assets."
      />
      {products.length === 0 ? (
        <FirstProduct>
          An assessment is about a product, or one item of it: what it does with data on people, and what may
          go wrong for them.
        </FirstProduct>
      ) : (
        <form className="begin" onSubmit={submit} noValidate>
          {create.error && Object.keys(errors).length === 0 ? (
            <Notice state="bad">{errorMessage(create.error)}</Notice>
          ) : null}
          {item ? (
            <p className="mb-4">
              Of the item{" "}
              <Link href={`/${workspace.slug}/items/${item.key}`}>
                {item.key} {item.title}
              </Link>
              {item.product
                ? ` of ${item.product.name}`
                : ", which belongs to no product yet: give it one first"}
              .
            </p>
          ) : (
            <Field
              label="Product"
              hint="One assessment may cover similar processing operations (Art. 35(1) GDPR)"
              error={problem ?? errors.productId}
              required
            >
              {(control) => (
                <Combobox
                  {...control}
                  label="Product"
                  options={products.map(({ id, name: label }) => ({ value: id, label }))}
                  value={productId}
                  onChange={setChosen}
                />
              )}
            </Field>
          )}
          <Field label="Name" hint="The product's name unless given" error={errors.name} optional>
            {(control) => (
              <TextInput
                {...control}
                maxLength={300}
                placeholder={item?.title ?? product?.name}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <Field label="Category" hint="For example: customers, employees" error={errors.category} optional>
            {(control) => (
              <TextInput
                {...control}
                maxLength={300}
                value={category}
                onChange={(event) => setCategory(event.target.value)}
              />
            )}
          </Field>
          <Button
            type="submit"
            variant="primary"
            pending={create.isPending}
            disabledReason={mayEdit.ok ? undefined : mayEdit.reason}
          >
            Begin assessment
          </Button>
        </form>
      )}
    </>
  )
}
