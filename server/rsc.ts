import { dehydrate, type FetchQueryOptions, HydrationBoundary } from "@tanstack/react-query"
import { TRPCError } from "@trpc/server"
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query"
import { headers } from "next/headers"
import { notFound, redirect } from "next/navigation"
import { cache, createElement, type ReactNode } from "react"
import { makeQueryClient } from "@/components/api/query-client"
import type { Ctx } from "./kernel/context"
import { contextFromHeaders } from "./kernel/request-context"
import { appRouter } from "./root"

/** The context of the page's request; one per request and workspace, however often it is asked for. */
export const pageContext = cache(async (workspaceSlug?: string): Promise<Ctx> => {
  return contextFromHeaders(new Headers(await headers()), workspaceSlug ?? "")
})

/** The same for pages that need somebody signed in; others are sent to sign in and come back. */
export async function signedInContext(workspaceSlug?: string): Promise<Ctx> {
  const ctx = await pageContext(workspaceSlug)
  if (!ctx.caller.user) {
    const back = (await headers()).get("x-plumbline-path") ?? "/"
    redirect(`/sign-in?back=${encodeURIComponent(back)}`)
  }
  return ctx
}

const requestQueries = cache(makeQueryClient)

/** Hands what was prefetched to the browser. */
export function HydrateClient({ children }: { children: ReactNode }) {
  return createElement(HydrationBoundary, { state: dehydrate(requestQueries()) }, children)
}

function pageTools(ctx: Ctx) {
  const queryClient = requestQueries()
  const trpc = createTRPCOptionsProxy({ ctx, router: appRouter, queryClient })
  // An error stays with the view, which asks again from the browser and shows it in place.
  const prefetch = (options: { queryKey: readonly unknown[] }) =>
    queryClient.prefetchQuery(options as FetchQueryOptions)
  return { ctx, trpc, prefetch, HydrateClient, queryClient }
}

/** What a page of a workspace composes with. Strangers to the workspace get "not found". */
export async function workspacePage(workspaceSlug: string) {
  const ctx = await signedInContext(workspaceSlug)
  if (!ctx.caller.workspace) notFound()
  return pageTools(ctx)
}

/** The same for pages of a signed-in person outside any workspace. */
export async function accountPage() {
  return pageTools(await signedInContext())
}

/** What a page is about; a thing that does not exist, or that may not be seen, is a page that was not found. */
export function orNotFound<T>(read: Promise<T>): Promise<T> {
  return read.catch((error: unknown) => {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound()
    throw error
  })
}
