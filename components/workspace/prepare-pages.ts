import type { NavItem } from "@/components/shell/prepare-navigation"

/** The words of the navigation, in the order of the thread; a page stands here once it exists. */
export function pagesOf(slug: string, waiting?: number): NavItem[] {
  return [
    { label: "Home", href: `/${slug}`, keys: "g h" },
    { label: "Approvals", href: `/${slug}/approvals`, keys: "g a", count: waiting },
    { label: "Strategy", href: `/${slug}/strategy`, keys: "g t" },
    { label: "Backlog", href: `/${slug}/backlog`, keys: "g b" },
    { label: "Products", href: `/${slug}/products`, keys: "g p" },
    { label: "Access", href: `/${slug}/access`, keys: "g e" },
    { label: "Privacy", href: `/${slug}/privacy`, keys: "g v" },
    { label: "Settings", href: `/${slug}/settings`, keys: "g s" },
  ]
}
