const MOST = 180
/** Names that Windows keeps for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * A file's name as it may be stored and offered for saving: the last part of a path, without control characters, text
 * direction marks, characters that a file system refuses, or a leading dot. Empty when nothing is left.
 */
export function safeFileName(given: string): string {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? ""
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "")
  const named = DEVICE.test(clean) ? `_${clean}` : clean
  if (named.length <= MOST) return named
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(named)?.[0] ?? ""
  return named.slice(0, MOST - extension.length) + extension
}

export const extensionOf = (name: string) => /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? ""

/** A Content-Disposition header (RFC 6266): plain letters for old programs, the true name encoded. */
export function contentDisposition(kind: "attachment" | "inline", name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_")
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
