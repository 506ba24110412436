import { escapeHtml } from "./entities"
import { sanitiseHtml } from "./print-html"

const INLINE: [RegExp, string][] = [
  [/\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*/g, "<strong>$1</strong>"],
  [/(?<![*\w])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![*\w])/g, "<em>$1</em>"],
  [/\[([^\]\n]+)\]\(((?:https?:\/\/|mailto:)[^\s)]+)\)/g, '<a href="$2">$1</a>'],
]

const inlineHtml = (text: string) =>
  INLINE.reduce((html, [pattern, by]) => html.replace(pattern, by), escapeHtml(text)).replaceAll("\n", "<br>")

const BULLET = /^[-*+] /
const NUMBER = /^\d{1,4}[.)] /

function blockHtml(block: string): string {
  const lines = block.split("\n")
  const heading = /^(#{1,6}) (.+)$/.exec(block)
  if (heading) return `<h${heading[1]!.length}>${inlineHtml(heading[2]!)}</h${heading[1]!.length}>`
  for (const [tag, mark] of [["ul", BULLET] as const, ["ol", NUMBER] as const]) {
    if (lines.every((line) => mark.test(line))) {
      return `<${tag}>${lines.map((line) => `<li>${inlineHtml(line.replace(mark, ""))}</li>`).join("")}</${tag}>`
    }
  }
  return `<p>${inlineHtml(block)}</p>`
}

/** HTML of what people write here: paragraphs, headings, simple lists, strong, emphasis and links; the rest is text. */
export function markdownToHtml(markdown: string): string {
  const blocks = markdown.replace(/\r\n?/g, "\n").split(/\n[ \t]*\n+/)
  const filled = blocks.map((block) => block.replace(/^\n+|\s+$/g, "")).filter((block) => block !== "")
  return sanitiseHtml(filled.map(blockHtml).join(""))
}
