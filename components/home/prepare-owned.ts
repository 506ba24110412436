import { parseProductFilter } from "@/server/products/domain/product-filter"

/** The reader's own products. The page and the browser ask in the same words. */
export const ownedFilter = parseProductFilter(new URLSearchParams("owner=me"))
