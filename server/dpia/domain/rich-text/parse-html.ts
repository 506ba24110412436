import { decodeEntities } from "./entities"

/**
 * Reads HTML into a tree that can hold nothing but text and a fixed set of elements; only links have an attribute. What is
 * printed from such a tree (`print-html.ts`) is safe by construction: no input reaches the output except as escaped text.
 */
export type RichNode = string | RichElement
export type RichElement = { tag: string; href?: string; children: RichNode[] }

const BLOCKS = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "div", "table", "ul", "ol"]
const ALLOWED = new Set([
  ...BLOCKS,
  ...["br", "hr", "strong", "b", "em", "i", "u", "s", "sub", "sup", "code", "li", "a"],
  ...["thead", "tbody", "tfoot", "tr", "td", "th"],
])
const EMPTY = new Set(["br", "hr"])
/** Elements whose content is no text for people: it goes with them. */
const SWALLOWED = new Set([
  ...[
    "script",
    "style",
    "title",
    "textarea",
    "iframe",
    "noscript",
    "template",
    "object",
    "embed",
    "svg",
    "math",
  ],
  ...["xmp", "noembed", "noframes", "select", "audio", "video", "canvas", "plaintext"],
])
/** Nested deeper, elements are left out and their text is kept. */
const DEPTH = 40

const SAFE_LINK = /^(https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu

type Tag = { name: string; closing: boolean; href?: string; end: number }

/** The end of a tag that begins at `start`, quotes respected; -1 when it never ends. */
function endOfTag(html: string, start: number): number {
  let quote = ""
  for (let at = start; at < html.length; at++) {
    const sign = html[at]!
    if (quote) {
      if (sign === quote) quote = ""
    } else if (sign === ">") return at
    else if ((sign === '"' || sign === "'") && html[at - 1] === "=") quote = sign
  }
  return -1
}

function hrefOf(attributes: string): string | undefined {
  const match = /(?:^|\s)href=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes)
  const address = decodeEntities(match?.[1] ?? match?.[2] ?? match?.[3] ?? "").trim()
  return SAFE_LINK.test(address) ? address : undefined
}

function tagAt(html: string, start: number): Tag | undefined {
  const match = /^<(\/?)([a-z][a-z0-9:-]*)/i.exec(html.slice(start, start + 80))
  if (!match) return undefined
  const end = endOfTag(html, start + match[0].length)
  if (end < 0) return { name: "", closing: false, end: -1 }
  const name = match[2]!.toLowerCase()
  const closing = match[1] === "/"
  const href = name === "a" && !closing ? hrefOf(html.slice(start + match[0].length, end)) : undefined
  return { name, closing, end, ...(href !== undefined && { href }) }
}

/** The tree under construction: the elements that are open, the root first. */
class Builder {
  readonly root: RichElement = { tag: "", children: [] }
  private readonly open: RichElement[] = [this.root]

  text(raw: string): void {
    if (raw === "") return
    const { children } = this.open.at(-1)!
    const last = children.at(-1)
    const text = decodeEntities(raw)
    if (typeof last === "string") children[children.length - 1] = last + text
    else children.push(text)
  }

  begin({ name, href }: Tag): void {
    if (!ALLOWED.has(name)) return
    this.closeBefore(name)
    if (name === "a" && (href === undefined || this.open.some(({ tag }) => tag === "a"))) return
    const element: RichElement = { tag: name, ...(href !== undefined && { href }), children: [] }
    if (!EMPTY.has(name) && this.open.length > DEPTH) return
    this.open.at(-1)!.children.push(element)
    if (!EMPTY.has(name)) this.open.push(element)
  }

  end(name: string): void {
    const at = this.open.findLastIndex(({ tag }) => tag === name)
    if (at > 0) this.open.length = at
  }

  /** What cannot lie inside an open paragraph or item ends it, as in a browser. */
  private closeBefore(name: string): void {
    if (BLOCKS.includes(name) || name === "hr" || name === "li") this.end("p")
    if (name !== "li") return
    const item = this.open.findLastIndex(({ tag }) => tag === "li")
    const list = this.open.findLastIndex(({ tag }) => tag === "ul" || tag === "ol")
    if (item > list) this.open.length = item
  }
}

/** Where the content of a swallowed element ends: behind its closing tag, or at the end. */
function afterSwallowed(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}[^a-z0-9:-]`, "gi")
  closing.lastIndex = from
  const match = closing.exec(`${html} `)
  if (!match) return html.length
  const end = html.indexOf(">", match.index)
  return end < 0 ? html.length : end + 1
}

function endOfComment(html: string, at: number): number | undefined {
  const [marker, skip] = html.startsWith("<!--", at) ? ["-->", 4] : [">", 2]
  if (!/^<[!?]/.test(html.slice(at, at + 2))) return undefined
  const end = html.indexOf(marker, at + skip)
  return end < 0 ? html.length : end + marker.length
}

/** The tree of some HTML, however broken; its root has no tag. */
export function parseHtml(html: string): RichElement {
  const builder = new Builder()
  let [at, from] = [0, 0]
  // A tag that never ends ends none after it either: from there on everything is text.
  for (let more = true; more; ) {
    at = html.indexOf("<", at)
    if (at < 0) break
    const comment = endOfComment(html, at)
    const tag = comment === undefined ? tagAt(html, at) : undefined
    if (comment === undefined && !tag) {
      at++
      continue
    }
    if (tag?.end === -1) {
      more = false
      continue
    }
    builder.text(html.slice(from, at))
    at = comment ?? tag!.end + 1
    if (tag) {
      if (tag.closing) builder.end(tag.name)
      else if (SWALLOWED.has(tag.name)) at = afterSwallowed(html, tag.name, at)
      else builder.begin(tag)
    }
    from = at
  }
  builder.text(html.slice(from))
  return builder.root
}
