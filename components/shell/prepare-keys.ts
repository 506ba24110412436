/** What is read from a keyboard event. */
export type KeyPress = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean }

const named: Record<string, string> = { " ": "space", esc: "escape" }

/** One stroke as it is written in a shortcut: "j", "?", "alt+arrowup", "mod+k". Ctrl and ⌘ are both "mod". */
export function strokeOf(press: KeyPress): string {
  const printable = [...press.key].length === 1
  const key = printable && press.key !== " " ? press.key : (named[press.key] ?? press.key).toLowerCase()
  const withCommand = press.ctrlKey || press.metaKey
  const modifiers = [
    withCommand && "mod",
    press.altKey && "alt",
    // A printable key already holds its shift: "?" or "G".
    press.shiftKey && !printable && "shift",
  ].filter(Boolean)
  return [...modifiers, withCommand && printable ? key.toLowerCase() : key].join("+")
}

/** A shortcut as it is compared: named keys in lower case, single characters as they are. */
export function normalKeys(keys: string): string {
  return keys
    .trim()
    .split(/\s+/)
    .map((stroke) => {
      if (stroke === "+") return stroke
      const parts = stroke.split("+")
      return parts.map((part) => ([...part].length === 1 ? part : part.toLowerCase())).join("+")
    })
    .join(" ")
}

export type KeyMatch = { hit: string | undefined; pending: string }

/** Adds a stroke to what was typed so far: a full match, the start of one ("g" of "g b"), or a fresh start. */
export function matchKeys(known: readonly string[], pending: string, stroke: string): KeyMatch {
  const typed = pending ? `${pending} ${stroke}` : stroke
  if (known.includes(typed)) return { hit: typed, pending: "" }
  if (known.some((keys) => keys.startsWith(`${typed} `))) return { hit: undefined, pending: typed }
  return pending ? matchKeys(known, "", stroke) : { hit: undefined, pending: "" }
}

/** Does it work by a character alone? Those can be switched off, because speech input types them (WCAG 2.1.4). */
export function isCharacterKey(keys: string): boolean {
  return keys.split(" ").every((stroke) => stroke === "space" || [...stroke].length === 1)
}
