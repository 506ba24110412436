import type { ChangePage } from "@/server/home/domain/change"

/** How the log goes on from page to page; the page and the browser ask in the same way. */
export const changePages = { getNextPageParam: (page: ChangePage) => page.next }
