"use client"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Dialog } from "@/components/ui/dialog"
import { Kbd } from "@/components/ui/kbd"
import { characterKeysOn, setCharacterKeys } from "./character-keys"
import type { Registered } from "./shortcut-registry"
import { useRegisteredShortcuts } from "./use-shortcuts"

const thisPage = "This page"

function grouped(shortcuts: readonly Registered[]): [string, Registered[]][] {
  const groups = new Map<string, Registered[]>()
  for (const shortcut of shortcuts) {
    const name = shortcut.group ?? thisPage
    groups.set(name, [...(groups.get(name) ?? []), shortcut])
  }
  return [...groups].sort(([a], [b]) => Number(b === thisPage) - Number(a === thisPage))
}

/** Every shortcut that works right now, and the switch for single characters. */
export function ShortcutHelp({
  open,
  onOpenChange,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
}) {
  const shortcuts = useRegisteredShortcuts()
  return (
    <Dialog
      reading
      open={open}
      onOpenChange={onOpenChange}
      title="Keyboard shortcuts"
      actions={<Button onClick={() => onOpenChange(false)}>Close</Button>}
    >
      {grouped(shortcuts).map(([name, entries]) => (
        <section key={name} className="mb-5">
          <h3 className="mb-2">{name}</h3>
          <dl className="keys-list">
            {entries.map((entry) => (
              <div key={entry.normal} className="contents">
                <dt>{entry.label}</dt>
                <dd>
                  <Kbd keys={entry.keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <CharacterKeysSwitch />
    </Dialog>
  )
}

function CharacterKeysSwitch() {
  const [on, setOn] = useState(characterKeysOn)
  return (
    <Checkbox
      checked={on}
      hint="Switch it off if speech input or a slip of the hand triggers them. Ctrl K always works."
      onChange={(event) => {
        setCharacterKeys(event.target.checked)
        setOn(event.target.checked)
      }}
    >
      Single keys act as shortcuts
    </Checkbox>
  )
}
