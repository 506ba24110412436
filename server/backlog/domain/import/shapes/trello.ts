import { z } from "zod"

/** What is read of a board's JSON export; everything else in it (actions, preferences) is left alone. */
const named = z.object({ id: z.string(), name: z.string().default("") })
const boardSchema = z.object({
  lists: z.array(named.extend({ closed: z.boolean().default(false) })),
  cards: z.array(
    z.object({
      id: z.string(),
      shortLink: z.string().optional(),
      name: z.string().default(""),
      desc: z.string().default(""),
      idList: z.string().optional(),
      closed: z.boolean().default(false),
      due: z.string().nullish(),
      dueComplete: z.boolean().nullish(),
      labels: z.array(z.object({ name: z.string().default(""), color: z.string().nullish() })).default([]),
      idMembers: z.array(z.string()).default([]),
      idChecklists: z.array(z.string()).default([]),
      shortUrl: z.string().optional(),
      url: z.string().optional(),
      customFieldItems: z
        .array(
          z.object({
            idCustomField: z.string(),
            idValue: z.string().nullish(),
            value: z.record(z.string(), z.unknown()).nullish(),
          }),
        )
        .default([]),
    }),
  ),
  members: z
    .array(z.object({ id: z.string(), fullName: z.string().optional(), username: z.string().optional() }))
    .default([]),
  checklists: z
    .array(
      named.extend({
        checkItems: z
          .array(z.object({ name: z.string().default(""), state: z.string().optional() }))
          .default([]),
      }),
    )
    .default([]),
  customFields: z
    .array(
      named.extend({
        options: z
          .array(z.object({ id: z.string(), value: z.object({ text: z.string() }).partial() }))
          .nullish(),
      }),
    )
    .default([]),
})

type Board = z.infer<typeof boardSchema>
type Card = Board["cards"][number]
export type FlatRow = Record<string, string | string[]>

/** Whether a JSON value is the export of a Trello board. */
export const isTrelloBoard = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  Array.isArray(Reflect.get(value, "cards")) &&
  Array.isArray(Reflect.get(value, "lists"))

/**
 * The cards of a board as rows. The list becomes the status, an archived card "Archived"; checklists go under the
 * description as tasks; the first member is the owner. Null when the board cannot be read.
 */
export function trelloRows(value: unknown): FlatRow[] | null {
  const parsed = boardSchema.safeParse(value)
  if (!parsed.success) return null
  const board = parsed.data
  const lists = new Map(board.lists.map((list) => [list.id, list]))
  const members = new Map(board.members.map((one) => [one.id, one.fullName || one.username || one.id]))
  const checklists = new Map(board.checklists.map((one) => [one.id, one]))
  return board.cards.map((card) => {
    const list = lists.get(card.idList ?? "")
    const people = card.idMembers.map((id) => members.get(id) ?? id)
    return {
      Key: card.shortLink ?? card.id,
      Title: card.name,
      Description: descriptionOf(card, checklists),
      List: card.closed || list?.closed ? "Archived" : (list?.name ?? ""),
      Owner: people[0] ?? "",
      "Other members": people.slice(1),
      Labels: card.labels.map(({ name, color }) => name || color || "").filter(Boolean),
      "Due date": card.due?.slice(0, 10) ?? "",
      "Due date met": card.dueComplete ? "Yes" : "",
      "Trello link": card.shortUrl ?? card.url ?? "",
      ...customOf(card, board),
    }
  })
}

function descriptionOf(card: Card, checklists: Map<string, Board["checklists"][number]>): string {
  const lists = card.idChecklists.flatMap((id) => {
    const list = checklists.get(id)
    if (!list || list.checkItems.length === 0) return []
    const tasks = list.checkItems.map(({ name, state }) => `- [${state === "complete" ? "x" : " "}] ${name}`)
    return [`**${list.name || "Checklist"}**\n\n${tasks.join("\n")}`]
  })
  return [card.desc, ...lists].filter((part) => part.trim() !== "").join("\n\n")
}

function customOf(card: Card, board: Board): FlatRow {
  const row: FlatRow = {}
  for (const { idCustomField, idValue, value } of card.customFieldItems) {
    const field = board.customFields.find(({ id }) => id === idCustomField)
    if (!field || field.name === "") continue
    const chosen = field.options?.find(({ id }) => id === idValue)?.value.text
    const given = Object.values(value ?? {})[0]
    const text = chosen ?? (typeof given === "string" || typeof given === "number" ? String(given) : "")
    if (text) row[field.name] = text
  }
  return row
}
