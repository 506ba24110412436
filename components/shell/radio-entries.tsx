"use client"
import { DropdownMenu } from "radix-ui"
import { Icon } from "@/components/ui/icon"

type Props<T extends string> = {
  caption: string
  value: T
  entries: readonly { value: T; label: string }[]
  onChange: (value: T) => void
}

/** One of a few inside a menu; the menu stays open, so that the effect is seen. */
export function RadioEntries<T extends string>({ caption, value, entries, onChange }: Props<T>) {
  const choose = (next: string) => {
    const entry = entries.find((candidate) => candidate.value === next)
    if (entry) onChange(entry.value)
  }
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={choose} aria-label={caption}>
      <DropdownMenu.Label className="caption">{caption}</DropdownMenu.Label>
      {entries.map((entry) => (
        <DropdownMenu.RadioItem
          key={entry.value}
          className="entry"
          value={entry.value}
          onSelect={(event) => event.preventDefault()}
        >
          <span className="mark">
            <DropdownMenu.ItemIndicator>
              <Icon name="check" />
            </DropdownMenu.ItemIndicator>
          </span>
          {entry.label}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  )
}
