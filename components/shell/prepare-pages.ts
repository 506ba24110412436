import { figure } from "@/server/kernel/domain/counted"
/** Rows of one page of a list. */
export const PAGE_ROWS = 50

type Asked = { rows?: number; name?: string }

/** The rows that an address asks for. A page that it cannot mean is the first one. */
export function askedRows(params: URLSearchParams, { rows = PAGE_ROWS, name = "page" }: Asked = {}) {
  const page = Number(params.get(name))
  const readable = Number.isInteger(page) && page > 1 && page <= 2000
  return { offset: readable ? (page - 1) * rows : 0, limit: rows }
}

/** "51 to 100 of 1,204" and the neighbouring pages, counted from 1; null where there is none. */
export function pagesAround(offset: number, total: number, rows = PAGE_ROWS) {
  const page = Math.floor(offset / rows) + 1
  const last = Math.max(1, Math.ceil(total / rows))
  const to = Math.min(total, offset + rows)
  return {
    words:
      offset < total
        ? `${figure(offset + 1)} to ${figure(to)} of ${figure(total)}`
        : `${figure(total)} in all`,
    previous: page > 1 ? Math.min(page - 1, last) : null,
    next: page < last ? page + 1 : null,
  }
}
