import { fileTypeFromBuffer } from "file-type"
import { invalidField } from "@/server/kernel/errors"
import { ALLOWED_WORDS, ATTACHMENT_KINDS } from "../domain/attachment-kinds"
import { extensionOf } from "../domain/file-name"

const refuse = (message: string) => invalidField("file", message)

/** The kind that the name promises. @throws INVALID at "file" for one that may not be attached. */
export function promisedKind(fileName: string) {
  const extension = extensionOf(fileName)
  const kind = Object.hasOwn(ATTACHMENT_KINDS, extension) ? ATTACHMENT_KINDS[extension] : undefined
  if (kind) return kind
  throw refuse(
    `${extension ? `Files of the kind .${extension}` : "Files without an extension"} cannot be attached. Allowed are ${ALLOWED_WORDS}.`,
  )
}

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04])

/**
 * Checks that the content is what the name promises, from the first megabyte. A container is judged by the names in it
 * and never unpacked, so a zip bomb stays a small file. @throws INVALID at "file".
 */
export async function requireContent(fileName: string, head: Uint8Array): Promise<string> {
  const kind = promisedKind(fileName)
  const extension = extensionOf(fileName)
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  const isZip = bytes.subarray(0, 4).equals(ZIP)
  // The library would inflate a member to look into it; names are enough.
  const found = isZip ? "a zip container" : (await fileTypeFromBuffer(head))?.mime
  if (kind.by === "zip") {
    if (isZip && fits(namesInZip(bytes), kind)) return kind.mediaType
  } else if (kind.by === "bytes") {
    if (found === kind.mediaType) return kind.mediaType
  } else if (found === undefined || found === "application/xml") return kind.mediaType
  const is = found && found !== kind.mediaType ? ` (it looks like ${found})` : ""
  throw refuse(
    `The content of ${fileName} is not that of a .${extension} file${is}. Attach the file as it was saved.`,
  )
}

function fits(names: readonly string[], kind: { holds?: string; mediaType: string }): boolean {
  // Office files with macros carry a program under another name.
  if (kind.holds && names.some((name) => /vbaProject\.bin$/i.test(name))) return false
  if (kind.holds === "mimetype") return names[0] === `mimetype ${kind.mediaType}`
  return kind.holds === undefined || names.some((name) => name.startsWith(kind.holds!))
}

/** Names of the members whose headers lie in the given bytes; a stored "mimetype" with its content. */
function namesInZip(bytes: Buffer): string[] {
  const names: string[] = []
  for (
    let at = 0;
    at >= 0 && at + 30 <= bytes.length && names.length < 5000;
    at = bytes.indexOf(ZIP, at + 4)
  ) {
    const length = bytes.readUInt16LE(at + 26)
    const name = bytes.toString("utf8", at + 30, at + 30 + length)
    const start = at + 30 + length + bytes.readUInt16LE(at + 28)
    const size = bytes.readUInt32LE(at + 18)
    const isType = name === "mimetype" && size < 200
    names.push(isType ? `mimetype ${bytes.toString("latin1", start, start + size)}` : name)
  }
  return names
}

const CONTROL = /(?![\t\n\r\f])\p{Cc}/u

/** Reads a text file piece by piece: UTF-8, or UTF-16 with its mark, and no control characters. */
export class TextCheck {
  #decoder: TextDecoder | undefined

  constructor(readonly fileName: string) {}

  /** @throws INVALID at "file" as soon as it is no text. */
  take(piece: Uint8Array, last: boolean): void {
    this.#decoder ??= new TextDecoder(encodingOf(piece), { fatal: true })
    let text: string
    try {
      text = this.#decoder.decode(piece, { stream: !last })
    } catch {
      throw refuse(`${this.fileName} is not UTF-8 text. Save it as UTF-8 and attach it again.`)
    }
    if (CONTROL.test(text)) throw refuse(`${this.fileName} holds control characters, so it is no text file.`)
  }
}

function encodingOf(piece: Uint8Array): string {
  if (piece[0] === 0xff && piece[1] === 0xfe) return "utf-16le"
  if (piece[0] === 0xfe && piece[1] === 0xff) return "utf-16be"
  return "utf-8"
}
