export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }

/** Says where in a value something stands that JSON cannot carry. The path reads like `$.before.price`. */
export class NotJsonError extends Error {
  override readonly name = "NotJsonError"
  readonly path: string

  constructor(path: string, problem: string) {
    super(`${path} cannot be recorded: ${problem}`)
    this.path = path
  }
}

/** Deeper values are refused: they come from an attack or a cycle, and recursion must not overflow. */
export const MAX_DEPTH = 100

const LONE_SURROGATE = /\p{Surrogate}/u
const LONE_SURROGATES = /\p{Surrogate}/gu

/**
 * Copies a value that consists of plain JSON only; throws `NotJsonError` naming the path otherwise.
 * `forgiving` leaves out members that are undefined and replaces lone surrogates by U+FFFD, as
 * PostgreSQL's driver stores them; without it both are errors.
 */
export function plainJson(value: unknown, mode: "strict" | "forgiving" = "strict"): JsonValue {
  const forgiving = mode === "forgiving"
  const text = (input: string, path: string): string => {
    if (!LONE_SURROGATE.test(input)) return input
    if (!forgiving) throw new NotJsonError(path, "half of a surrogate pair is not text")
    return input.replace(LONE_SURROGATES, "\uFFFD")
  }
  const copy = (input: unknown, path: string, depth: number): JsonValue => {
    if (input === null || typeof input === "boolean") return input
    if (typeof input === "string") return text(input, path)
    if (typeof input === "number") {
      if (!Number.isFinite(input)) throw new NotJsonError(path, `${input} is not a JSON number`)
      return input === 0 ? 0 : input
    }
    if (typeof input === "bigint") throw new NotJsonError(path, "write big integers and money as text")
    if (typeof input !== "object") throw new NotJsonError(path, `${typeof input} is not a JSON value`)
    if (depth >= MAX_DEPTH) {
      throw new NotJsonError("$", `it is nested more than ${MAX_DEPTH} levels deep or refers to itself`)
    }
    if (Array.isArray(input)) {
      return Array.from(input, (item, index) => copy(item, `${path}[${index}]`, depth + 1))
    }
    return copyObject(input, path, depth)
  }
  const copyObject = (input: object, path: string, depth: number): JsonValue => {
    const prototype: unknown = Object.getPrototypeOf(input)
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
      throw new NotJsonError(path, "only plain objects are allowed; write times as ISO text")
    }
    const result: { [key: string]: JsonValue } = {}
    for (const [key, member] of Object.entries(input)) {
      if (member === undefined && forgiving) continue
      const at = `${path}.${key}`
      const [name, plain] = [text(key, at), copy(member, at, depth + 1)]
      // Assigning "__proto__" would set the prototype and lose the member.
      if (name === "__proto__") Object.defineProperty(result, name, { value: plain, enumerable: true })
      else result[name] = plain
    }
    return result
  }
  return copy(value, "$", 0)
}
