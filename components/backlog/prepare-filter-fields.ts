import type { Choice } from "@/components/ui/prepare-options"
import { ITEM_STATUS_LABELS, ITEM_STATUSES, ITEM_TYPE_LABELS, ITEM_TYPES } from "@/server/backlog/domain/item"
import { DUE_WORDS, type ItemFilter } from "@/server/backlog/domain/item-filter"
import { DUE_LABELS, dueFromValues, dueValues, rangeWords } from "./prepare-filter"

type Known = { people: readonly Choice[]; products: readonly Choice[] }

export type FilterField = {
  name: string
  /** The word for no filter. */
  any: string
  /** Stands in the bar although it is not set. */
  always: boolean
  options: readonly Choice[]
  chosen: readonly string[]
  change: (chosen: string[]) => Partial<ItemFilter>
}

const one = <T extends string>(values: readonly T[], chosen: readonly string[]): T[] =>
  values.filter((value) => chosen.includes(value))

/** The filters of a view of items, in the order of the bar. */
export function filterFields(filter: ItemFilter, known: Known, labels: readonly string[]): FilterField[] {
  const { due } = filter
  const range = due && typeof due !== "string" ? due : null
  return [
    {
      name: "Product",
      any: "any",
      always: true,
      options: [...known.products, { value: "none", label: "no product" }],
      chosen: filter.productIds,
      change: (chosen) => ({ productIds: chosen }),
    },
    {
      name: "State",
      any: "any",
      always: true,
      options: ITEM_STATUSES.map((value) => ({ value, label: ITEM_STATUS_LABELS[value] })),
      chosen: filter.statuses,
      change: (chosen) => ({ statuses: one(ITEM_STATUSES, chosen) }),
    },
    {
      name: "Kind",
      any: "any",
      always: true,
      options: ITEM_TYPES.map((value) => ({ value, label: ITEM_TYPE_LABELS[value] })),
      chosen: filter.types,
      change: (chosen) => ({ types: one(ITEM_TYPES, chosen) }),
    },
    {
      name: "Owner",
      any: "anyone",
      always: true,
      options: [{ value: "me", label: "me" }, ...known.people, { value: "none", label: "nobody" }],
      chosen: filter.ownerIds,
      change: (chosen) => ({ ownerIds: chosen }),
    },
    {
      name: "Label",
      any: "any",
      always: false,
      options: [...new Set([...filter.labels, ...labels])].sort().map((value) => ({ value, label: value })),
      chosen: filter.labels,
      change: (chosen) => ({ labels: chosen }),
    },
    {
      name: "Due",
      any: "any time",
      always: false,
      options: [
        ...DUE_WORDS.map((value) => ({ value, label: DUE_LABELS[value] })),
        ...(range ? [{ value: dueValues(range)[0] ?? "", label: rangeWords(range) }] : []),
      ],
      chosen: dueValues(due),
      change: (chosen) => ({ due: dueFromValues(chosen) }),
    },
  ]
}
