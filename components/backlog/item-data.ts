import type { inferRouterOutputs } from "@trpc/server"
import type { AppRouter } from "@/server/root"

type Backlog = inferRouterOutputs<AppRouter>["backlog"]

export type ItemPage = Backlog["listItems"]
/** A row of the list. */
export type ListedItem = ItemPage["items"][number]
export type Board = Backlog["listBoard"]
export type BoardColumn = Board["columns"][number]
/** A card of the board. */
export type BoardCard = BoardColumn["items"][number]
/** An item in full, with its relatives and what happened to it. */
export type ItemDetails = Backlog["getItem"]
export type ItemEvent = ItemDetails["activity"][number]
