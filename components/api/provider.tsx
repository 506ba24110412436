"use client"
import { QueryClientProvider } from "@tanstack/react-query"
import { createTRPCClient, httpBatchLink } from "@trpc/client"
import { type ReactNode, useState } from "react"
import type { AppRouter } from "@/server/root"
import { makeQueryClient } from "./query-client"
import { TRPCProvider } from "./trpc"

/** The browser's API: calls of one moment go out in one request, in the workspace given. */
export function ApiProvider({ workspace, children }: { workspace?: string; children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient)
  const [trpcClient] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        httpBatchLink({
          url: "/api/trpc",
          maxURLLength: 6000,
          headers: workspace ? { "x-plumbline-workspace": workspace } : {},
        }),
      ],
    }),
  )
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  )
}
