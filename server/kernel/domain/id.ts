/** A new UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then random bits; sorts by time of creation. */
export function newId(now: number = Date.now()): string {
  const time = Math.floor(now).toString(16).padStart(12, "0")
  // A version 4 UUID has its random bits and its variant in the same places; the runtime draws them in bulk.
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${crypto.randomUUID().slice(15)}`
}
