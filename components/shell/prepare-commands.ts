/** One line of the palette: a place to go (`href`) or something to do (`run`). */
export type CommandEntry = {
  id: string
  label: string
  keywords?: string
  /** Quiet words at the end: a key, a product, a state. */
  hint?: string
  href?: string
  run?: () => void
  shortcut?: string
}
export type CommandGroup = { group: string; commands: readonly CommandEntry[] }

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()

/** How well a command fits: 3 starts with it, 2 a word starts with it, 1 holds every word somewhere, 0 not at all. */
export function commandFit(command: CommandEntry, typed: string): number {
  const wanted = plain(typed).trim()
  const label = plain(command.label)
  if (label.startsWith(wanted)) return 3
  const all = `${label} ${plain(command.keywords ?? "")} ${plain(command.hint ?? "")}`
  const words = all.split(/\s+/)
  const parts = wanted.split(/\s+/)
  if (parts.every((part) => words.some((word) => word.startsWith(part)))) return 2
  return parts.every((part) => all.includes(part)) ? 1 : 0
}

/** Groups that still have a fitting command, best first inside each; everything when nothing is typed. */
export function matchingCommands(groups: readonly CommandGroup[], typed: string): CommandGroup[] {
  if (!typed.trim()) return groups.filter((group) => group.commands.length > 0)
  const best = (commands: readonly CommandEntry[]) =>
    commands
      .map((command) => ({ command, fit: commandFit(command, typed) }))
      .filter(({ fit }) => fit > 0)
      .sort((a, b) => b.fit - a.fit)
  return groups
    .map((group) => ({ group: group.group, ranked: best(group.commands) }))
    .filter(({ ranked }) => ranked.length > 0)
    .sort((a, b) => (b.ranked[0]?.fit ?? 0) - (a.ranked[0]?.fit ?? 0))
    .map(({ group, ranked }) => ({ group, commands: ranked.map(({ command }) => command) }))
}
