import { z } from "zod"

/** First parts of addresses that are pages of their own. */
const RESERVED = new Set([
  "account",
  "api",
  "join",
  "reset",
  "set-up",
  "sign-in",
  "sign-out",
  "static",
  "_next",
])

export const workspaceName = z
  .string()
  .trim()
  .min(1, "Give the workspace a name")
  .max(120, "A name has at most 120 characters")

export const itemPrefix = z
  .string()
  .trim()
  .regex(/^[A-Z]{2,6}$/, "An item prefix has 2 to 6 capital letters, such as NM")

export const workspaceSlug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/, "Use lower-case letters, digits and hyphens, at most 60")
  .refine((slug) => !RESERVED.has(slug), "This address is taken by a page of Plumbline; choose another")

/** What describes a workspace in the forms that make or change one. */
export const workspaceFields = z.object({ name: workspaceName, itemPrefix })

/** "Northmark Retail" → "northmark-retail", never one of our own addresses. */
export function workspaceSlugOf(name: string): string {
  const ascii = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
  const slug =
    ascii
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, 50)
      .replace(/^-+|-+$/g, "") || "workspace"
  return RESERVED.has(slug) ? `${slug}-workspace` : slug
}

/** A first guess at the prefix of item keys: "Northmark Retail" → "NR", "Acme" → "ACM". */
export function itemPrefixOf(name: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/[^A-Za-z ]/g, "")
    .toUpperCase()
    .split(/\s+/)
    .filter(Boolean)
  const initials = words.map((word) => word[0]).join("")
  const guess = initials.length >= 2 ? initials : (words[0] ?? "")
  return guess.length >= 2 ? guess.slice(0, words.length > 1 ? 6 : 3) : "WS"
}
