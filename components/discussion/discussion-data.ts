import type { inferRouterOutputs } from "@trpc/server"
import type { AppRouter } from "@/server/root"

type Discussion = inferRouterOutputs<AppRouter>["discussion"]

export type CommentList = Discussion["listComments"]
export type Comment = CommentList["comments"][number]
export type Material = Discussion["listMaterial"]
export type AttachedFile = Material["files"][number]
