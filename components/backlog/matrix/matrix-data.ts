import type { inferRouterOutputs } from "@trpc/server"
import type { AppRouter } from "@/server/root"

type Scoring = inferRouterOutputs<AppRouter>["scoring"]

export type Matrix = Scoring["plotItems"]
/** An item with a place. */
export type Dot = Matrix["dots"][number]
/** An item beside the matrix. */
export type Unplaced = Matrix["unplaced"][number]
export type MatrixItem = Dot | Unplaced
export type ListedFramework = Scoring["listFrameworks"][number]
