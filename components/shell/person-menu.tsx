"use client"
import Link from "next/link"
import { DropdownMenu } from "radix-ui"
import { startTransition } from "react"
import { Icon } from "@/components/ui/icon"
import { initials } from "@/components/ui/prepare-initials"
import type { Density } from "./prepare-appearance"
import { RadioEntries } from "./radio-entries"

export type ShellPerson = { name: string; email?: string; role?: string; profileHref?: string }
export type ShellWorkspace = { id: string; name: string; href: string }

const densities: { value: Density; label: string }[] = [
  { value: "normal", label: "Normal" },
  { value: "compact", label: "Compact" },
  { value: "meeting", label: "Meeting, for a projector" },
]

type Props = {
  person: ShellPerson
  workspace: ShellWorkspace
  workspaces: readonly ShellWorkspace[]
  density: Density
  onDensity: (density: Density) => void
  onShortcuts: () => void
  /** A server action, or the address that signs out. */
  signOut: (() => Promise<void>) | string
}

export function PersonMenu({
  person,
  workspace,
  workspaces,
  density,
  onDensity,
  onShortcuts,
  signOut,
}: Props) {
  const what = person.role ? `${person.name}, ${person.role}` : person.name
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="me" title={what}>
        <span className="person" aria-hidden="true">
          {initials(person.name)}
        </span>
        <span className="sr-only">{what}: profile, workspace, sign out</span>
      </DropdownMenu.Trigger>

      <DropdownMenu.Content className="pop min-w-56" align="end" sideOffset={6} collisionPadding={8}>
        <DropdownMenu.Label className="caption">
          <b className="text-sm text-text">{person.name}</b>
          <span className="sub">{person.email ?? person.role}</span>
        </DropdownMenu.Label>
        {person.profileHref ? <LinkEntry href={person.profileHref} label="Profile" /> : null}
        <DropdownMenu.Item className="entry" onSelect={onShortcuts}>
          Keyboard shortcuts
        </DropdownMenu.Item>
        <DropdownMenu.Separator className="rule" />
        <DropdownMenu.Group aria-label="Workspace">
          <DropdownMenu.Label className="caption">Workspace</DropdownMenu.Label>
          {workspaces.map((other) => (
            <LinkEntry
              key={other.id}
              href={other.href}
              label={other.name}
              current={other.id === workspace.id}
              marked
            />
          ))}
          <LinkEntry href="/account/new-workspace" label="New workspace" marked />
        </DropdownMenu.Group>
        <DropdownMenu.Separator className="rule" />
        <RadioEntries caption="Density" value={density} entries={densities} onChange={onDensity} />
        <DropdownMenu.Separator className="rule" />
        {typeof signOut === "string" ? (
          <LinkEntry href={signOut} label="Sign out" />
        ) : (
          <DropdownMenu.Item className="entry" onSelect={() => startTransition(signOut)}>
            Sign out
          </DropdownMenu.Item>
        )}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  )
}

type EntryProps = { href: string; label: string; marked?: boolean; current?: boolean }

function LinkEntry({ href, label, marked, current }: EntryProps) {
  return (
    <DropdownMenu.Item asChild>
      <Link className="entry" href={href} prefetch={false} aria-current={current ? "true" : undefined}>
        {marked ? <span className="mark">{current ? <Icon name="check" /> : null}</span> : null}
        {label}
      </Link>
    </DropdownMenu.Item>
  )
}
