import { customField } from "@/server/backlog/domain/item-fields"
import { itemViewSchema, parseView } from "@/server/backlog/domain/item-view"
import { quarterOf, shiftQuarter } from "@/server/backlog/domain/quarter"
import { saveView } from "@/server/backlog/save-view"
import { setDefaultView } from "@/server/backlog/set-default-view"
import type { Cast } from "./cast"
import type { DemoItem } from "./demo-item"
import type { PersonId } from "./people"

/** A field of their own: which part of the company asks for it. */
const ASKED_BY = "Asked for by"
const DEPARTMENTS = ["Stores", "Customer care", "Logistics", "Finance", "Online shop"]

/** When an item is planned for, and who asked for it; ideas are planned for no quarter yet. `today` is YYYY-MM-DD. */
export function planOf(item: DemoItem, index: number, today: string) {
  const ahead = { doing: 0, review: 0, done: 0, ready: 1, refine: 2, idea: null, dropped: null }[item.status]
  const custom: Record<string, string> = {}
  if (index % 3 !== 2) custom[ASKED_BY] = DEPARTMENTS[index % DEPARTMENTS.length]!
  if (item.type === "incident_follow_up") custom.Incident = /INC-\d+/.exec(item.title)?.[0] ?? "INC-212"
  return { quarter: ahead === null ? null : shiftQuarter(quarterOf(today), ahead), custom }
}

const asked = customField(ASKED_BY)

/** Views as their owners keep them: an address of the list says what each shows. */
const VIEWS: { name: string; owner: PersonId; shared: boolean; address: string }[] = [
  {
    name: "This quarter by owner",
    owner: "tomasz",
    shared: true,
    address:
      "where=quarter:is:this,status:not:done;dropped&group=owner&columns=status,product,estimate,due,owner",
  },
  {
    name: "Asked for by stores or customer care",
    owner: "ines",
    shared: true,
    address: `where=any(${asked}:is:Stores;Customer care),status:not:done;dropped&sort=${asked}&sort=-estimate&columns=${asked},status,quarter,estimate,owner`,
  },
  {
    name: "Debt by product",
    owner: "priya",
    shared: true,
    address:
      "type=debt&where=status:not:done;dropped&group=product&sort=-estimate&columns=status,quarter,estimate,owner",
  },
  {
    name: "Longest in doing",
    owner: "marek",
    shared: false,
    address: "status=doing&status=review&sort=state_since&columns=status,state_since,due,owner",
  },
]

/** Three views for everybody and one of Marek's own, with which his backlog opens. */
export async function saveViews(cast: Cast): Promise<void> {
  for (const { owner, address, ...names } of VIEWS) {
    const view = itemViewSchema.parse({ ...parseView(new URLSearchParams(address)) })
    const { id } = await saveView(cast[owner].ctx, { ...names, view })
    if (!names.shared) await setDefaultView(cast[owner].ctx, { id })
  }
}
