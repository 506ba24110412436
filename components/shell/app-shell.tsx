"use client"
import dynamic from "next/dynamic"
import { useRouter } from "next/navigation"
import { type ReactNode, useCallback, useState } from "react"
import { useFirstInteraction } from "@/components/ui/first-interaction"
import { SharedReason } from "@/components/ui/shared-reason"
import { Toaster } from "@/components/ui/toast"
import { Announcer } from "./announcer"
import { PageFoot } from "./page-foot"
import type { Appearance } from "./prepare-appearance"
import type { CommandGroup } from "./prepare-commands"
import { SkipLink } from "./skip-link"
import { TopBar, type TopBarProps } from "./top-bar"
import { useAppearance } from "./use-appearance"
import type { SearchCommands } from "./use-command-search"
import { useKeyboard } from "./use-keyboard"
import { useShortcuts } from "./use-shortcuts"

// Fetched at the first interaction and mounted at the first use: a page does not wait for them.
const loadPalette = () => import("./command-palette")
const loadHelp = () => import("./shortcut-help")
const CommandPalette = dynamic(async () => (await loadPalette()).CommandPalette, { ssr: false })
const ShortcutHelp = dynamic(async () => (await loadHelp()).ShortcutHelp, { ssr: false })

type Props = Pick<TopBarProps, "nav" | "person" | "workspace" | "workspaces" | "signOut"> & {
  appearance: Appearance
  /** The palette's groups; must be stable, as they are asked for at the first interaction. */
  commands?: () => Promise<readonly CommandGroup[]>
  search?: SearchCommands
  /** Beside the search, such as the approvals bell. */
  bell?: ReactNode
  /** At the right of the footer: "Northmark Retail, 13 Oct 2026, 09:40 CEST". */
  footNote?: string
  /** Why the person may not do what their roles do not allow. */
  refusal: string
  children: ReactNode
}

/** Everything around a page: bar, palette, shortcuts, messages, footer. The page itself stands in <main>. */
export function AppShell(props: Props) {
  const { nav, commands, search, bell, footNote, refusal, children, appearance, ...bar } = props
  const [palette, setPalette] = useState(false)
  const [help, setHelp] = useState(false)
  const look = useAppearance(appearance)
  const router = useRouter()
  useKeyboard()
  const [groups, setGroups] = useState<readonly CommandGroup[]>([])
  const preload = useCallback(() => {
    void Promise.all([loadPalette(), loadHelp()])
    void commands?.().then(setGroups)
  }, [commands])
  useFirstInteraction(preload)
  useShortcuts([
    {
      keys: "mod+k",
      label: "Search and commands",
      group: "Everywhere",
      whileTyping: true,
      run: () => setPalette(true),
    },
    { keys: "?", label: "Keyboard shortcuts", group: "Everywhere", run: () => setHelp(true) },
    ...nav.flatMap((item) =>
      item.keys
        ? [
            {
              keys: item.keys,
              label: `Go to ${item.label}`,
              group: "Go to",
              run: () => router.push(item.href),
            },
          ]
        : [],
    ),
  ])
  const pages = nav.map((item) => ({
    id: `page ${item.href}`,
    label: item.label,
    href: item.href,
    shortcut: item.keys,
  }))
  return (
    <>
      <SkipLink />
      <TopBar
        {...bar}
        nav={nav}
        theme={look.theme}
        onTheme={look.setTheme}
        density={look.density}
        onDensity={look.setDensity}
        onSearch={() => setPalette(true)}
        onShortcuts={() => setHelp(true)}
      >
        {bell}
      </TopBar>
      <main id="main" className="page" tabIndex={-1}>
        <SharedReason reason={refusal}>{children}</SharedReason>
      </main>
      <PageFoot note={footNote} />
      {palette ? (
        <CommandPalette
          open
          onOpenChange={setPalette}
          groups={[{ group: "Pages", commands: pages }, ...groups]}
          search={search}
        />
      ) : null}
      {help ? <ShortcutHelp open onOpenChange={setHelp} /> : null}
      <Announcer />
      <Toaster />
    </>
  )
}
