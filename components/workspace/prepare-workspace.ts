import type { CommandEntry, CommandGroup } from "@/components/shell/prepare-commands"
import type { NavItem } from "@/components/shell/prepare-navigation"
import type { Permission } from "@/server/kernel/domain/permissions"
import type { Verdict } from "@/server/kernel/domain/verdict"

/** The words of the navigation, in the order of the thread; a page stands here once it exists. */
export function pagesOf(slug: string): NavItem[] {
  return [
    { label: "Home", href: `/${slug}`, keys: "g h" },
    { label: "Backlog", href: `/${slug}/backlog`, keys: "g b" },
    { label: "Products", href: `/${slug}/products`, keys: "g p" },
    { label: "Settings", href: `/${slug}/settings`, keys: "g s" },
  ]
}

type Action = CommandEntry & { needs?: Permission }

function actionsOf(slug: string): { group: string; commands: Action[] }[] {
  return [
    {
      group: "Backlog",
      commands: [
        { id: "create-item", label: "Create item", href: `/${slug}/backlog?new=item`, needs: "backlog.edit" },
        { id: "board", label: "Open board", href: `/${slug}/backlog/board` },
        {
          id: "score",
          label: "Score items",
          href: `/${slug}/backlog/scoring`,
          keywords: "rank rice wsjf ice",
        },
        {
          id: "import",
          label: "Import items from CSV",
          href: `/${slug}/backlog/import`,
          keywords: "jira",
          needs: "backlog.import",
        },
      ],
    },
    {
      group: "Products",
      commands: [
        {
          id: "create-product",
          label: "Create product",
          href: `/${slug}/products?new=product`,
          needs: "products.edit",
        },
        {
          id: "create-domain",
          label: "Create domain",
          href: `/${slug}/products?new=domain`,
          needs: "domains.edit",
        },
      ],
    },
    {
      group: "Settings",
      commands: [
        {
          id: "members",
          label: "Members and roles",
          href: `/${slug}/settings/members`,
          keywords: "people invite grant",
        },
        {
          id: "roles",
          label: "Who may do what",
          href: `/${slug}/settings/roles`,
          keywords: "permission matrix",
        },
        { id: "frameworks", label: "Scoring frameworks", href: `/${slug}/settings/frameworks` },
        { id: "tokens", label: "API tokens", href: `/${slug}/settings/tokens`, needs: "tokens.manage" },
        {
          id: "audit",
          label: "Audit trail",
          href: `/${slug}/settings/audit`,
          keywords: "verify export",
          needs: "audit.read",
        },
        {
          id: "create-workspace",
          label: "Create workspace",
          href: "/account/new-workspace",
          needs: "settings.manage",
        },
        { id: "account", label: "My account", href: "/account", keywords: "password sessions profile" },
      ],
    },
  ]
}

/** Every page and action that this person may use. */
export function paletteCommands(slug: string, may: (permission: Permission) => Verdict): CommandGroup[] {
  return actionsOf(slug).map(({ group, commands }) => ({
    group,
    commands: commands
      .filter(({ needs }) => !needs || may(needs).ok)
      .map(({ needs: _, ...command }) => command),
  }))
}

/** A found item as a line of the palette. */
export function itemHit(
  slug: string,
  hit: { key: string; title: string; productName?: string | null },
): CommandEntry {
  return {
    id: `item ${hit.key}`,
    label: hit.title,
    hint: hit.key,
    keywords: hit.productName ?? "",
    href: `/${slug}/items/${hit.key}`,
  }
}
