import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible"

const perMinute = Number(process.env.PLUMBLINE_RATE_LIMIT) || 3000
const calls = new RateLimiterMemory({ points: perMinute, duration: 60 })
const signIns = new RateLimiterMemory({ points: 30, duration: 60 })

/**
 * Seconds to wait when one of the keys (an address, a token) has used up its calls of this minute, else 0. Per process.
 * Whoever invents tokens still has an address: name it first, a refused one leaves the keys after it uncounted.
 */
export async function secondsToWait(kind: "call" | "sign-in", keys: string[]): Promise<number> {
  const limiter = kind === "call" ? calls : signIns
  try {
    for (const key of keys) await limiter.consume(key)
    return 0
  } catch (refused) {
    return Math.max(1, Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000))
  }
}

/** Largest body of an ordinary call, in bytes. Uploads have their own limit. */
export const BODY_LIMIT = 1_000_000
/** Deepest nesting of an input. */
const DEPTH_LIMIT = 32

function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return Array.isArray(value) || prototype === Object.prototype || prototype === null
}

/** What makes an input unfit before its schema is looked at: too deep, or a character no text column can hold. */
export function unfit(value: unknown, depth = 0): string | undefined {
  if (typeof value === "string") {
    return value.includes("\u0000") ? "Remove the NUL character (U+0000) from the text" : undefined
  }
  if (!isPlain(value)) return undefined
  if (depth >= DEPTH_LIMIT) return `The input is nested more than ${DEPTH_LIMIT} levels deep`
  for (const [key, inner] of Object.entries(value)) {
    const reason = unfit(key, depth + 1) ?? unfit(inner, depth + 1)
    if (reason) return reason
  }
  return undefined
}
