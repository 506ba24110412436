import type { inferRouterOutputs } from "@trpc/server"
import {
  EMPTY_VIEW,
  type ItemView,
  parseView,
  sameView,
  serialiseView,
} from "@/server/backlog/domain/item-view"
import type { AppRouter } from "@/server/root"
import { hrefOf } from "./prepare-filter"

export type SavedViews = inferRouterOutputs<AppRouter>["backlog"]["listViews"]
export type SavedView = SavedViews["views"][number]

/** What can be done with views. */
export type ViewTask = "save" | "update" | "rename" | "delete" | "default" | "no default"

/** The value of `view` in an address that asks for the plain list, also from people whose backlog opens otherwise. */
const ALL = "all"

/** What an address shows, and which saved view it comes from. */
export type OpenView = {
  view: ItemView
  saved: SavedView | null
  /** The saved view, changed on the screen and not kept yet. */
  edited: boolean
  /** The address names a view that is gone, or that is somebody else's alone. */
  missing: boolean
}

/** Reads the view of the list from its address: a saved one as it is kept, or what the address says itself. */
export function openView(params: URLSearchParams, views: readonly SavedView[]): OpenView {
  const id = params.get("view")
  const saved = views.find((view) => view.id === id) ?? null
  const edited = saved !== null && params.has("edited")
  const view: ItemView =
    saved && !edited ? { ...saved.view, layout: "list" } : { ...EMPTY_VIEW, ...parseView(params) }
  return { view, saved, edited, missing: id !== null && id !== ALL && !saved }
}

/** The address of a view of the list: a saved one by its id, a changed one with all that it shows. */
export function viewHref(
  path: string,
  view: ItemView,
  saved: SavedView | null,
  params: URLSearchParams,
): string {
  if (saved && sameView({ ...saved.view, layout: "list" }, view)) return savedHref(path, saved.id)
  const next = serialiseView(view)
  if (saved) return hrefOf(path, next, { view: saved.id, edited: "1" })
  return next.size === 0 && params.get("view") === ALL ? savedHref(path, ALL) : hrefOf(path, next)
}

export const savedHref = (path: string, id: string) => `${path}?view=${id}`
export const allItemsHref = (path: string) => savedHref(path, ALL)

/**
 * Where an address of the list leads instead: to the view that a person's backlog opens with, or to the board for a
 * view that is one. Null when it is right here. `new` opens a dialog wherever it leads.
 */
export function elsewhere(
  path: string,
  params: URLSearchParams,
  { views, defaultViewId }: SavedViews,
): string | null {
  const dialog: Record<string, string> = params.has("new") ? { new: params.get("new")! } : {}
  const { saved, edited } = openView(params, views)
  if (saved && !edited && saved.view.layout === "board")
    return hrefOf(`${path}/board`, serialiseView(saved.view), { view: saved.id, ...dialog })
  const plain = !params.has("view") && serialiseView({ ...EMPTY_VIEW, ...parseView(params) }).size === 0
  return plain && defaultViewId
    ? hrefOf(path, new URLSearchParams(), { view: defaultViewId, ...dialog })
    : null
}
