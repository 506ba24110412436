import type { Choice } from "@/components/ui/prepare-options"
import { scoreField } from "@/server/backlog/domain/item-fields"
import { type Framework, isRelative } from "@/server/scoring/domain/framework"

type Version = { key: string; version: number; definition: Framework; used: { items: number } }

/**
 * The scores that items can be asked for, the latest version of each framework first. Relative methods score a list,
 * not an item.
 */
export function scoreFields(frameworks: readonly (Version & { versions: readonly Version[] })[]): Choice[] {
  return frameworks
    .filter(({ definition }) => !isRelative(definition))
    .flatMap(({ key, version, definition, used, versions }) => [
      {
        value: scoreField({ key, version: null }),
        label: `${definition.name} score`,
        hint: hint(used.items),
      },
      ...versions
        .filter((older) => older.version !== version && older.used.items > 0)
        .map((older) => ({
          value: scoreField(older),
          label: `${older.definition.name} score, version ${older.version}`,
          hint: hint(older.used.items),
        })),
    ])
}

const hint = (items: number) => `scored, ${items.toLocaleString("en-GB")}`
