"use client"
import { useQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { Combobox } from "@/components/ui/combobox"

/** One product, or all of them. */
export function ProductFilter({
  value,
  onChange,
}: {
  value: string | undefined
  onChange: (id: string | null) => void
}) {
  const trpc = useTRPC()
  const { data } = useQuery(trpc.products.listProducts.queryOptions({}))
  return (
    <Combobox
      label="Product"
      options={(data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      empty="All products"
      value={value}
      onChange={(id) => onChange(id ?? null)}
    />
  )
}
