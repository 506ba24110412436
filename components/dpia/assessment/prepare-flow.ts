import { ASSET_KIND_LABELS } from "@/server/catalog/domain/asset"
import type { LinkedFacts } from "@/server/dpia/domain/linked-facts"

export type FlowBox = { id: string; title: string; lines: string[]; x: number; y: number; height: number }
export type FlowLine = { id: string; path: string }

/** Measures of the drawing, in its own units. */
export const BOX_WIDTH = 220
const LINE_HEIGHT = 15
const GAP = 16
const COLUMN = 300
const MOST_LINES = 5

const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length - 1)}…` : text)
const heightOf = (lines: number) => 34 + lines * LINE_HEIGHT

type Asset = LinkedFacts["assets"][number]

/** Which kinds of data an asset holds, with the number of fields of each: "contact data, 3 fields". */
export function classesOf({ fields }: Pick<Asset, "fields">): string[] {
  const counts = new Map<string, number>()
  for (const field of fields) {
    const name = (field.class ?? field.level)?.replaceAll("_", " ")
    // The class "none" says that a field is about nobody.
    if (name && name !== "none") counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${name}, ${count} ${count === 1 ? "field" : "fields"}`)
}

function assetLines(asset: Asset): string[] {
  const classes = classesOf(asset)
  const where = `${ASSET_KIND_LABELS[asset.kind]}${asset.location ? `, ${asset.location}` : ""}`
  const shown = classes.slice(0, MOST_LINES - 1)
  const more = classes.length - shown.length
  const rest = more > 0 ? [`and ${more} more`] : []
  const none = classes.length === 0 ? [`${asset.fields.length} fields, none about people`] : []
  return [where, ...shown, ...rest, ...none].map((line) => cut(line, 34))
}

function stack(boxes: Omit<FlowBox, "x" | "y" | "height">[], column: number): FlowBox[] {
  let y = 0
  return boxes.map((box) => {
    const height = heightOf(box.lines.length)
    const placed = { ...box, x: column * COLUMN, y, height }
    y += height + GAP
    return placed
  })
}

const bottomOf = (boxes: readonly FlowBox[]) => Math.max(0, ...boxes.map(({ y, height }) => y + height))

const lineBetween = (from: FlowBox, to: FlowBox): FlowLine => {
  const [x1, y1] = [from.x + BOX_WIDTH, from.y + from.height / 2]
  const [x2, y2] = [to.x, to.y + to.height / 2]
  const middle = (x1 + x2) / 2
  return { id: `${from.id} ${to.id}`, path: `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}` }
}

/** Somebody who gets the data, with what the record of processing says about it: "processor", "to the United States". */
export type Recipient = { name: string; notes: string[] }

type Recorded = {
  recipients: readonly string[]
  parties: readonly { name: string; role: string; country: string }[]
  transfers: readonly { to: string; country: string }[]
}

/** Who gets the data according to the record of processing; whoever is named twice stands there once. */
export function recipientsOf(activities: readonly Recorded[]): Recipient[] {
  const found = new Map<string, Set<string>>()
  const note = (name: string, ...notes: string[]) => {
    const known = found.get(name) ?? new Set()
    for (const text of notes) if (text) known.add(text)
    found.set(name, known)
  }
  for (const { recipients, parties, transfers } of activities) {
    for (const name of recipients) note(name)
    for (const { name, role, country } of parties) note(name, role.replaceAll("_", " "), country)
    for (const { to, country } of transfers) note(to, `transfer, ${country}`)
  }
  return [...found].map(([name, notes]) => ({ name, notes: [...notes] }))
}

/** The drawing: data assets at the left, the product in the middle, who gets the result at the right. */
export function flowDrawing(
  { product, classification, assets }: LinkedFacts,
  recipients: readonly Recipient[],
) {
  const left = stack(
    assets.map((asset) => ({ id: asset.key, title: cut(asset.name, 30), lines: assetLines(asset) })),
    0,
  )
  const people = [
    product.owner && `Owner ${product.owner}`,
    product.steward && `Steward ${product.steward}`,
    classification && `Level ${classification}`,
  ].filter((line) => typeof line === "string")
  const [middle] = stack([{ id: "product", title: cut(product.name, 30), lines: people }], 1)
  const right = stack(
    recipients.map(({ name, notes }) => ({
      id: `to ${name}`,
      title: cut(name, 30),
      lines: notes.map((note) => cut(note, 34)),
    })),
    2,
  )
  const height = Math.max(bottomOf(left), bottomOf(right), middle?.height ?? 0)
  const centred = (boxes: FlowBox[]) => {
    const offset = (height - bottomOf(boxes)) / 2
    return boxes.map((box) => ({ ...box, y: box.y + offset }))
  }
  const [from, to] = [centred(left), centred(right)]
  const [centre] = middle ? centred([middle]) : []
  const lines = centre
    ? [...from.map((box) => lineBetween(box, centre)), ...to.map((box) => lineBetween(centre, box))]
    : []
  const width = COLUMN * (right.length > 0 ? 2 : 1) + BOX_WIDTH
  return { boxes: [...from, ...(centre ? [centre] : []), ...to], lines, width, height }
}
