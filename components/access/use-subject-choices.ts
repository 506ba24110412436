"use client"
import { useAssetChoices } from "@/components/catalog/use-asset-choices"
import { matchingOptions } from "@/components/ui/prepare-options"

/** What access can be asked for, as "product <id>" or "asset <id>": products, and assets found on the server. */
export function useSubjectChoices(products: readonly { id: string; name: string }[], subject: string) {
  const [type, id] = subject.split(" ")
  const assets = useAssetChoices({ chosen: type === "asset" ? id : undefined })
  const all = products.map((product) => ({
    value: `product ${product.id}`,
    label: product.name,
    hint: "product",
  }))
  const named = matchingOptions(all, assets.typed, all.length)
  const chosen = assets.typed === "" ? named.slice(50).filter(({ value }) => value === subject) : []
  return {
    options: [
      ...named.slice(0, 50),
      ...chosen,
      ...assets.options.map(({ value, label }) => ({ value: `asset ${value}`, label, hint: "data asset" })),
    ],
    found: { onType: assets.onType, total: named.length + assets.total },
  }
}
