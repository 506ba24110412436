const names: Record<string, string> = {
  mod: "Ctrl",
  ctrl: "Ctrl",
  alt: "Alt",
  shift: "Shift",
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  escape: "Esc",
}

/** The caps of a shortcut: "alt+ArrowUp" → ["Alt", "↑"], "g b" → ["g", "b"]. Ctrl stands for ⌘ on a Mac as well. */
export function keyCaps(keys: string): string[] {
  return keys
    .split(" ")
    .flatMap((stroke) => {
      if (stroke === "+") return ["+"]
      const parts = stroke.split("+")
      // With a modifier a letter is the key, not the character: "Ctrl K".
      return parts.length > 1 ? parts.map((part) => (part.length === 1 ? part.toUpperCase() : part)) : parts
    })
    .map((key) => names[key.toLowerCase()] ?? key)
}
