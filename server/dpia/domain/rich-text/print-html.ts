import { escapeHtml } from "./entities"
import { parseHtml, type RichNode } from "./parse-html"

/** The HTML of a tree. Reading it again gives the same tree. */
function printHtml(node: RichNode): string {
  if (typeof node === "string") return escapeHtml(node)
  const inner = node.children.map(printHtml).join("")
  if (node.tag === "") return inner
  if (node.tag === "br" || node.tag === "hr") return `<${node.tag}>`
  const href = node.href === undefined ? "" : ` href="${escapeHtml(node.href)}"`
  return `<${node.tag}${href}>${inner}</${node.tag}>`
}

/** HTML without anything that could act: text, structure and links to the web and to mail stay. Doing it twice changes nothing. */
export const sanitiseHtml = (html: string): string => printHtml(parseHtml(html))
