import canonicalize from "canonicalize"
import { type JsonValue, plainJson } from "./plain-json"

/**
 * The one text of a JSON value (JCS, RFC 8785): keys sorted by UTF-16 code units, ECMAScript numbers,
 * no white space, no Unicode normalisation. Throws `NotJsonError` for NaN, Infinity, BigInt, undefined,
 * Dates and everything else JSON has no word for (the package alone would drop or convert some of them).
 */
export function canonicalText(value: unknown): string {
  return textOfPlain(plainJson(value))
}

/** The same for what `plainJson` has already looked at. */
export function textOfPlain(value: JsonValue): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error("A plain JSON value has no canonical text")
  return text
}
