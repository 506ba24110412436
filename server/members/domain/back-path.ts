const HERE = "http://here.invalid"

/** Where to go after signing in: a path of ours, never another site. Anything else leads to the start. */
export function backPath(wanted: unknown): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/") || !URL.canParse(wanted, HERE)) return "/"
  // As a browser reads it: "//evil.example", "/\evil.example" and "/.//evil.example" all leave the site.
  const { origin, pathname, search } = new URL(wanted, HERE)
  if (origin !== HERE || pathname.startsWith("//") || pathname.startsWith("/sign-")) return "/"
  return pathname + search
}
