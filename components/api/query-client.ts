import { defaultShouldDehydrateQuery, QueryClient } from "@tanstack/react-query"

/** Settings shared by server prefetch and browser: data from the server is fresh for half a minute. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: 1 },
      dehydrate: {
        shouldDehydrateQuery: (q) => defaultShouldDehydrateQuery(q) || q.state.status === "pending",
      },
    },
  })
}
