"use client"
import { useEffect, useRef, useState } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { announce } from "@/components/shell/announcer"
import { useAddress } from "@/components/shell/use-address"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import { Button } from "@/components/ui/button"
import { FilterButton } from "@/components/ui/filter-button"
import { type DomainRef, LIFECYCLE_LABELS, LIFECYCLES } from "@/server/products/domain/product"
import {
  EMPTY_PRODUCT_FILTER,
  isEmptyFilter,
  type ProductFilter,
  productFilterParams,
} from "@/server/products/domain/product-filter"
import { usePeople } from "./use-people"

const lifecycles = LIFECYCLES.map((value) => ({ value, label: LIFECYCLE_LABELS[value] }))

type Props = { filter: ProductFilter; domains: readonly DomainRef[]; shown: number }

/** Search and filters of the list of products. The address holds them. */
export function ProductFilters({ filter, domains, shown }: Props) {
  const { replace } = useAddress()
  const { me } = useWorkspace()
  const people = usePeople().filter((person) => person.value !== me.id)
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(filter.search)
  const apply = (changes: Partial<ProductFilter>) => replace(productFilterParams({ ...filter, ...changes }))
  useShortcuts([{ keys: "/", label: "Search products", hint: true, run: () => input.current?.focus() }])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const search = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      timer.current = undefined
      apply({ search: text.trim() })
    }, 200)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  // A link (Clear filters, back) may change the words from outside; what is being typed is left alone.
  useEffect(() => {
    if (timer.current === undefined)
      setTyped((text) => (text.trim() === filter.search ? text : filter.search))
  }, [filter.search])
  const first = useRef(true)
  useEffect(() => {
    if (!first.current) announce(`${shown} products`)
    first.current = false
  }, [shown])
  const owners = [{ value: "me", label: "Me" }, { value: "none", label: "Nobody" }, ...people]
  return (
    <search className="filters">
      <input
        ref={input}
        type="search"
        className="control"
        aria-label="Search products"
        placeholder="Search name or question"
        value={typed}
        onChange={(event) => search(event.target.value)}
      />
      <FilterButton
        label="Domain"
        options={domains.map(({ id, name, key }) => ({ value: id, label: name, hint: key }))}
        chosen={filter.domainIds}
        onChange={(domainIds) => apply({ domainIds })}
      />
      <FilterButton
        label="Lifecycle"
        options={lifecycles}
        chosen={filter.lifecycles}
        onChange={(chosen) => apply({ lifecycles: LIFECYCLES.filter((state) => chosen.includes(state)) })}
      />
      <FilterButton
        label="Owner"
        any="anyone"
        options={owners}
        chosen={filter.ownerIds}
        onChange={(ownerIds) => apply({ ownerIds })}
      />
      {isEmptyFilter(filter) ? null : (
        <Button size="small" variant="quiet" onClick={() => apply(EMPTY_PRODUCT_FILTER)}>
          Clear filters
        </Button>
      )}
    </search>
  )
}
