import { type JsonValue, plainJson } from "@/server/kernel/domain/plain-json"
import { harmless } from "./exchange-values"

/** Largest file, in bytes. */
export const EXCHANGE_BYTES = 30 * 1024 * 1024

type FileReading = { ok: true; document: JsonValue; notes: string[] } | { ok: false; message: string }

const no = (message: string): FileReading => ({ ok: false, message })

function decoded(bytes: Uint8Array): { text: string; notes: string[] } | undefined {
  const starts = (...signs: number[]) => signs.every((sign, index) => bytes[index] === sign)
  const wide = starts(0xff, 0xfe) ? "utf-16le" : starts(0xfe, 0xff) ? "utf-16be" : undefined
  const encoding = wide ?? "utf-8"
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return { text, notes: wide ? [`The file is in ${encoding.toUpperCase()} and was converted`] : [] }
  } catch {
    return undefined
  }
}

/** Whether a text looks as if it ended in the middle. */
function isCut(text: string): boolean {
  const last = text.trimEnd().at(-1)
  return text.trimStart().startsWith("{") && last !== "}"
}

/** The JSON document in a file, made harmless; or why it cannot be read, in words for whoever chose it. */
export function readFile(bytes: Uint8Array): FileReading {
  if (bytes.length > EXCHANGE_BYTES)
    return no("The file is larger than 30 MB. Take its attachments out of it")
  if (bytes.length === 0) return no("The file is empty")
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return no("This is a ZIP file. Unpack it and choose the .json file in it")
  const read = decoded(bytes)
  if (!read) return no("The file is not UTF-8 text. Save it again as UTF-8")
  let value: unknown
  try {
    value = JSON.parse(read.text)
  } catch {
    if (isCut(read.text)) return no("The file ends in the middle: it was not copied or downloaded completely")
    return no("The file is not JSON. Choose the .json file that the tool exported")
  }
  try {
    return { ok: true, document: harmless(plainJson(value, "forgiving")), notes: read.notes }
  } catch {
    return no("The file is nested too deeply, or holds a number that JSON cannot carry")
  }
}
