import { z } from "zod"

export const LINK_LIMITS = { url: 2000, title: 200, perSubject: 100 } as const

/** An address that people open themselves: http and https only, without a password in it. Never fetched by the server. */
export const linkUrlSchema = z
  .string()
  .trim()
  .min(1, "Give the address")
  .max(LINK_LIMITS.url, `An address has at most ${LINK_LIMITS.url.toLocaleString("en-GB")} characters`)
  .refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : null
    return url !== null && (url.protocol === "https:" || url.protocol === "http:") && url.hostname !== ""
  }, "Give a whole web address that begins with https:// or http://")
  .refine(
    (text) => !URL.canParse(text) || (new URL(text).username === "" && new URL(text).password === ""),
    "Leave name and password out of the address",
  )

export const linkTitleSchema = z
  .string()
  .trim()
  .max(LINK_LIMITS.title, `A title has at most ${LINK_LIMITS.title} characters`)
  .default("")

/** Host and path, for a link without a title. */
export function shortAddress(url: string): string {
  if (!URL.canParse(url)) return url
  const { hostname, pathname } = new URL(url)
  const path = pathname === "/" ? "" : pathname
  const text = hostname.replace(/^www\./, "") + path
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
