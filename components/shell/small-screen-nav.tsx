"use client"
import { Popover } from "radix-ui"
import { useState } from "react"
import { NavLinks } from "./nav-links"
import type { NavItem } from "./prepare-navigation"

/** The words of the navigation behind one button, where the bar is too narrow for them. */
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
              <NavLinks items={items} onChoose={() => setOpen(false)} />
            </nav>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </div>
  )
}
