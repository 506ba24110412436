import { parseHtml, type RichElement, type RichNode } from "./parse-html"

const MARKS: Record<string, string> = { strong: "**", b: "**", em: "*", i: "*", code: "`", s: "~~" }
const SPLIT = new Set([
  "p",
  "div",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "blockquote",
  "pre",
  "table",
  "ul",
  "ol",
  "hr",
])

function marked(text: string, mark: string): string {
  const [, before = "", core = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  return core === "" ? text : `${before}${mark}${core}${mark}${after}`
}

function inline(node: RichNode): string {
  if (typeof node === "string") return node.replace(/[\s\u00a0]+/g, " ")
  if (node.tag === "br") return "\n"
  const text = node.children.map(inline).join("")
  if (node.tag === "a" && node.href !== undefined)
    return text === node.href ? text : `[${text}](${node.href})`
  const mark = MARKS[node.tag]
  return mark ? marked(text, mark) : text
}

const rowsOf = (node: RichElement): RichElement[] =>
  node.children.flatMap((child) => {
    if (typeof child === "string") return []
    return child.tag === "tr" ? [child] : rowsOf(child)
  })

/** A table as one line per row: Markdown's own tables hold too little for what people paste. */
function tableText(node: RichElement): string {
  const cells = (row: RichElement) =>
    row.children.flatMap((cell) => (typeof cell === "string" ? [] : [blocks(cell.children).join(" ").trim()]))
  return rowsOf(node)
    .map((row) => cells(row).join(" | "))
    .join("\n")
}

function listText(node: RichElement): string {
  const items = node.children.filter((child): child is RichElement => typeof child !== "string")
  return items
    .map((item, index) => {
      const mark = node.tag === "ol" ? `${index + 1}. ` : "- "
      const text = blocks(item.tag === "li" ? item.children : [item]).join("\n")
      return mark + text.replaceAll("\n", `\n${" ".repeat(mark.length)}`)
    })
    .join("\n")
}

function blockText(node: RichElement): string[] {
  if (node.tag === "hr") return ["---"]
  if (node.tag === "ul" || node.tag === "ol") return [listText(node)]
  if (node.tag === "table") return [tableText(node)]
  const inner = blocks(node.children)
  if (node.tag === "blockquote") return [inner.join("\n\n").replace(/^/gm, "> ")]
  if (/^h[1-6]$/.test(node.tag)) return [`${"#".repeat(Number(node.tag[1]))} ${inner.join(" ")}`]
  return inner
}

/** The blocks of some nodes: what lies between block elements is a paragraph. */
function blocks(nodes: readonly RichNode[]): string[] {
  const found: string[] = []
  let line = ""
  const flush = () => {
    const text = line.replace(/ *\n */g, "\n").trim()
    if (text !== "") found.push(text)
    line = ""
  }
  for (const node of nodes) {
    if (typeof node === "string" || !SPLIT.has(node.tag)) {
      const nested =
        typeof node === "string"
          ? false
          : node.children.some((child) => typeof child !== "string" && SPLIT.has(child.tag))
      if (nested && typeof node !== "string") {
        flush()
        found.push(...blocks(node.children))
      } else line += inline(node)
    } else {
      flush()
      found.push(...blockText(node))
    }
  }
  flush()
  return found
}

/** The Markdown that people read and edit. Marks that a text happens to contain are not escaped. */
export const htmlToMarkdown = (html: string): string => blocks(parseHtml(html).children).join("\n\n")
