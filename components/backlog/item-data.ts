import type { inferRouterOutputs } from "@trpc/server"
import type { AppRouter } from "@/server/root"

type Backlog = inferRouterOutputs<AppRouter>["backlog"]

export type ItemPage = Backlog["listItems"]
/** A row of the list. */
export type ListedItem = ItemPage["items"][number]
/** Cards in columns and lanes: the board, and the roadmap. */
export type Board = Backlog["listBoard"]
export type BoardColumn = Board["columns"][number]
export type BoardLane = Board["lanes"][number]
export type BoardCell = BoardLane["cells"][number]
/** A card of the board. */
export type BoardCard = BoardCell["items"][number]
/** An item that waits for open ones: how many, and the first keys that may be seen. */
export type BlockedItem = Backlog["listBlocked"]["blocked"][number]
/** The limits in force, and how much each group holds. */
export type WipLimits = Backlog["getWipLimits"]
/** An item in full, with its relatives and what happened to it. */
export type ItemDetails = Backlog["getItem"]
export type ItemEvent = ItemDetails["activity"][number]
