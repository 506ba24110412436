/** `keys` is the sequence that goes there, such as "g b"; `count` says how much waits there. */
export type NavItem = { label: string; href: string; keys?: string; count?: number }

const path = (href: string) => href.split(/[?#]/)[0]?.replace(/\/+$/, "") ?? ""

/** The word of the page one is on: the longest address that is the page's own or leads to it. */
export function currentNavItem(items: readonly NavItem[], pathname: string): NavItem | undefined {
  const here = path(pathname)
  const shortest = Math.min(...items.map((item) => path(item.href).length))
  const leads = (item: NavItem) => {
    const target = path(item.href)
    // The shortest address is home; every other page starts with it, so it has to match exactly.
    return here === target || (target.length > shortest && here.startsWith(`${target}/`))
  }
  return items.filter(leads).sort((a, b) => path(b.href).length - path(a.href).length)[0]
}
