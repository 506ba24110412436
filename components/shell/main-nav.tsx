"use client"
import Link from "next/link"
import { usePathname } from "next/navigation"
import { Popover } from "radix-ui"
import { useState } from "react"
import { currentNavItem, type NavItem } from "./prepare-navigation"

function Links({ items, onChoose }: { items: readonly NavItem[]; onChoose?: () => void }) {
  const current = currentNavItem(items, usePathname() ?? "")
  return items.map((item) => (
    <Link
      key={item.href}
      href={item.href}
      aria-current={item === current ? "page" : undefined}
      onClick={onChoose}
    >
      {item.label}
    </Link>
  ))
}

/** The words of the work, in the order of the thread; only pages that exist. */
export function MainNav({ items }: { items: readonly NavItem[] }) {
  return (
    <nav className="nav" aria-label="Main">
      <Links items={items} />
    </nav>
  )
}

/** The same words behind one button, where the bar is too narrow for them. */
export function SmallScreenNav({ items }: { items: readonly NavItem[] }) {
  const [open, setOpen] = useState(false)
  return (
    <div className="small-menu">
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger className="btn small">Menu</Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            className="pop pages min-w-48"
            align="end"
            sideOffset={8}
            collisionPadding={8}
            aria-label="Pages"
          >
            <nav aria-label="Main, small screens">
              <Links items={items} onChoose={() => setOpen(false)} />
            </nav>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </div>
  )
}
