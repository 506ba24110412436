"use client"
import Link from "next/link"
import { DropdownMenu as Radix } from "radix-ui"
import type { ReactElement } from "react"
import { classNames } from "./class-names"
import { useFloatingContainer } from "./floating-container"
import { Icon } from "./icon"
import { Kbd } from "./kbd"

export type MenuEntry = {
  label: string
  href?: string
  onSelect?: () => void
  /** Why it may not be chosen; the entry stays and says so. */
  disabledReason?: string
  danger?: boolean
  shortcut?: string
}
export type MenuGroup = { label?: string; entries: readonly MenuEntry[] }

/** A button's menu. `trigger` is one button; groups are separated by a line. */
export function Menu({
  trigger,
  groups,
  align = "end",
}: {
  trigger: ReactElement
  groups: readonly MenuGroup[]
  align?: "start" | "end"
}) {
  const floating = useFloatingContainer()
  return (
    <Radix.Root modal={false} onOpenChange={floating.onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={floating.container}>
        <Radix.Content className="pop min-w-44" align={align} sideOffset={4} collisionPadding={8}>
          {groups.map((group, index) => (
            <Radix.Group key={group.label ?? group.entries[0]?.label}>
              {index > 0 ? <Radix.Separator className="rule" /> : null}
              {group.label ? <Radix.Label className="caption">{group.label}</Radix.Label> : null}
              {group.entries.map((entry) => (
                <Entry key={entry.label} {...entry} />
              ))}
            </Radix.Group>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function Entry({ label, href, onSelect, disabledReason, danger, shortcut }: MenuEntry) {
  const className = classNames("entry", danger && "danger")
  if (disabledReason) {
    return (
      <Radix.Item className={className} aria-disabled onSelect={(event) => event.preventDefault()}>
        <Icon name="lock" />
        <span className="max-w-64">
          {label}
          <span className="sub">{disabledReason}</span>
        </span>
      </Radix.Item>
    )
  }
  const inside = (
    <>
      {label}
      {shortcut ? (
        <span className="end">
          <Kbd keys={shortcut} />
        </span>
      ) : null}
    </>
  )
  if (href) {
    return (
      <Radix.Item asChild>
        <Link className={className} href={href}>
          {inside}
        </Link>
      </Radix.Item>
    )
  }
  return (
    <Radix.Item className={className} onSelect={onSelect}>
      {inside}
    </Radix.Item>
  )
}
