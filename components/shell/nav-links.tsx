"use client"
import Link from "next/link"
import { usePathname } from "next/navigation"
import { currentNavItem, type NavItem } from "./prepare-navigation"

/** The pages of the navigation; the one that is open is marked. */
export function NavLinks({ items, onChoose }: { items: readonly NavItem[]; onChoose?: () => void }) {
  const current = currentNavItem(items, usePathname() ?? "")
  return items.map((item) => (
    <Link
      key={item.href}
      href={item.href}
      aria-current={item === current ? "page" : undefined}
      onClick={onChoose}
    >
      {item.label}
      {item.count ? (
        <span className="nav-count">
          {item.count}
          <span className="sr-only"> waiting</span>
        </span>
      ) : null}
    </Link>
  ))
}
