"use client"
import { Command } from "cmdk"
import { useRouter } from "next/navigation"
import { Dialog } from "radix-ui"
import { useState } from "react"
import { Kbd } from "@/components/ui/kbd"
import { useReturnFocus } from "@/components/ui/return-focus"
import { type CommandEntry, type CommandGroup, matchingCommands } from "./prepare-commands"
import type { Registered } from "./shortcut-registry"
import { type SearchCommands, useCommandSearch } from "./use-command-search"
import { useRegisteredShortcuts } from "./use-shortcuts"

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  groups: readonly CommandGroup[]
  /** Finds items on the server; what it returns stands under "Found". */
  search?: SearchCommands
}

/** Every page and action by name. Opens with Ctrl K or ⌘ K from anywhere. */
export function CommandPalette({ open, onOpenChange, groups, search }: Props) {
  const focus = useReturnFocus()
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="veil" />
        <Dialog.Content className="dialog palette" aria-describedby={undefined} {...focus}>
          <Dialog.Title className="sr-only">Search and commands</Dialog.Title>
          <Palette groups={groups} search={search} close={() => onOpenChange(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function pageCommands(shortcuts: readonly Registered[]): CommandEntry[] {
  return shortcuts
    .filter((shortcut) => !shortcut.group)
    .map(({ normal, label, keys, run }) => ({ id: `key ${normal}`, label, shortcut: keys, run }))
}

function Palette({ groups, search, close }: Pick<Props, "groups" | "search"> & { close: () => void }) {
  const router = useRouter()
  const [typed, setTyped] = useState("")
  const found = useCommandSearch(search, typed)
  const onThisPage = pageCommands(useRegisteredShortcuts())
  const shown = matchingCommands([{ group: "This page", commands: onThisPage }, ...groups], typed)
  const all = found.found.length > 0 ? [...shown, { group: "Found", commands: found.found }] : shown
  const choose = (command: CommandEntry) => {
    close()
    if (command.href) router.push(command.href)
    command.run?.()
  }
  return (
    <Command shouldFilter={false} label="Search and commands" loop>
      <Command.Input placeholder="Search items, pages and actions" value={typed} onValueChange={setTyped} />
      <Command.List label="Results">
        {all.map((group) => (
          <Command.Group key={group.group} heading={group.group}>
            {group.commands.map((command) => (
              <Command.Item key={command.id} value={command.id} onSelect={() => choose(command)}>
                <span className="min-w-0 truncate">{command.label}</span>
                <span className="end hint">
                  {command.shortcut ? <Kbd keys={command.shortcut} /> : command.hint}
                </span>
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
      <output className="status">{paletteStatus(all, typed, found.state)}</output>
    </Command>
  )
}

function paletteStatus(groups: readonly CommandGroup[], typed: string, state: string): string {
  if (state === "searching") return "Searching…"
  if (state === "failed") return "The search did not answer. Pages and actions still work."
  const count = groups.reduce((sum, group) => sum + group.commands.length, 0)
  if (count === 0) return `Nothing is called “${typed.trim()}”.`
  return typed.trim() ? `${count} found` : "Type to search. ↑ ↓ choose, Enter opens, Esc closes."
}
