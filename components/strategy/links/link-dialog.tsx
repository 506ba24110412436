"use client"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { ItemFinder } from "@/components/backlog/item/item-finder"
import { Combobox } from "@/components/ui/combobox"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { notify } from "@/components/ui/toast"
import { EMPTY_PRODUCT_FILTER } from "@/server/products/domain/product-filter"
import { ContributionField } from "./contribution-field"
import { useLinks } from "./use-links"

type Props = {
  target: { keyResultId: string } | { initiativeId: string }
  /** What the link leads to, in words. */
  to: string
  onClose: () => void
}

/** Links a product or an item to a key result or an initiative: choosing one makes the link. */
export default function LinkDialog({ target, to, onClose }: Props) {
  const trpc = useTRPC()
  const { data: products } = useQuery(trpc.products.listProducts.queryOptions(EMPTY_PRODUCT_FILTER))
  const { link } = useLinks()
  const [note, setNote] = useState("")
  const choose = async (subject: { productId: string } | { itemId: string }, name: string) => {
    const made = await link({ ...target, ...subject, note }).catch(() => null)
    if (!made) return
    notify.success(`Linked ${name}`)
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Link a product or an item"
      description={to}
    >
      <ContributionField note={note} onChange={setNote} />
      <Field label="Product">
        {(control) => (
          <Combobox
            {...control}
            label="Product"
            placeholder="Choose a product"
            options={(products ?? []).map(({ id, name, domain }) => ({
              value: id,
              label: name,
              hint: domain.name,
            }))}
            value={undefined}
            onChange={(id) => {
              const product = products?.find((one) => one.id === id)
              if (product) void choose({ productId: product.id }, product.name)
            }}
          />
        )}
      </Field>
      <p className="label-like">Or an item</p>
      <ItemFinder exceptId="" onChoose={(item) => void choose({ itemId: item.id }, item.key)} />
    </Dialog>
  )
}
