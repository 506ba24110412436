import { ITEM_LIMITS } from "../item-limits"

export type ParsedEstimate = { ok: true; value: number } | { ok: false; message: string }

/** An estimate cell: 3, 0.5, "0,5" (comma of some locales), 1e1. "1,000" is refused: it could be 1 or 1000. */
export function parseEstimate(text: string): ParsedEstimate {
  const trimmed = text.trim()
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(trimmed))
    return { ok: false, message: `“${trimmed}” could be a thousand or a decimal. Write it without the comma` }
  const number = /^[+-]?\d+,\d+$/.test(trimmed) ? trimmed.replace(",", ".") : trimmed
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(number))
    return { ok: false, message: `“${trimmed.slice(0, 40)}” is not a number` }
  const value = Number(number)
  if (value < 0) return { ok: false, message: `${trimmed} is below zero. An estimate is zero or more` }
  if (value > ITEM_LIMITS.estimate)
    return { ok: false, message: `${trimmed} is too large. An estimate is at most ${ITEM_LIMITS.estimate}` }
  return { ok: true, value: value === 0 ? 0 : value }
}
