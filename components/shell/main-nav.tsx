import { NavLinks } from "./nav-links"
import type { NavItem } from "./prepare-navigation"

/** The words of the work, in the order of the thread; only pages that exist. */
export function MainNav({ items }: { items: readonly NavItem[] }) {
  return (
    <nav className="nav" aria-label="Main">
      <NavLinks items={items} />
    </nav>
  )
}
