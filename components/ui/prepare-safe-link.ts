const allowed = new Set(["http:", "https:", "mailto:"])

/** The address if it is relative or http, https or mailto; otherwise undefined. Control characters never hide a scheme. */
export function safeLink(address: string | undefined): string | undefined {
  const bare = [...(address ?? "")].filter((char) => char > " " && char !== "\u007f").join("")
  if (!bare || bare.startsWith("//") || bare.includes("\\")) return undefined
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(bare)?.[1]
  return !scheme || allowed.has(scheme.toLowerCase()) ? bare : undefined
}
