import type { z } from "zod"

/** Messages by field path, as "name" or "suspensions.0.from". */
export type Problems = Record<string, string>

/** Messages by field path from the schema that the server parses with; the first of each field. */
export function problemsOf(schema: z.ZodType, values: unknown): Problems {
  const parsed = schema.safeParse(values)
  if (parsed.success) return {}
  const messages = parsed.error.issues.map((issue) => [issue.path.map(String).join("."), issue.message])
  return Object.fromEntries(messages.reverse())
}

/**
 * What the server refused, by field of the form: its "changes.name" or "measures.0.name" is the form's "name". What
 * belongs to no field keeps its path.
 */
export function atFields(refused: Problems, values: object): Problems {
  const known = (path: string) => (path.split(".")[0] ?? "") in values
  const placed = Object.entries(refused).map(([path, message]) => {
    const inner = path.replace(/^\w+\.(\d+\.)?/, "")
    return [!known(path) && known(inner) ? inner : path, message]
  })
  return Object.fromEntries(placed)
}
