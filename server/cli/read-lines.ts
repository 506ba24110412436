const NEWLINE = 0x0a
/** No honest record comes near this; a file without line breaks must not fill the memory. */
const MAX_LINE = 32 * 1024 * 1024

/**
 * The lines of a byte stream, without their line breaks. Bytes that are not UTF-8, or a line over 32 MiB,
 * come out as a line that starts with U+FFFD, which no JSON line does: the reader reports it at its place.
 */
export async function* readUtf8Lines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
  const decode = (bytes: Buffer): string => {
    try {
      return decoder.decode(bytes)
    } catch {
      return `\uFFFD${bytes.toString("latin1")}`
    }
  }
  let held: Buffer[] = []
  let heldLength = 0
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    let from = 0
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      const rest = bytes.subarray(from, end)
      yield decode(held.length === 0 ? rest : Buffer.concat([...held, rest]))
      held = []
      heldLength = 0
      from = end + 1
    }
    if (from < bytes.length) {
      held.push(bytes.subarray(from))
      heldLength += bytes.length - from
    }
    if (heldLength > MAX_LINE) {
      yield "\uFFFD"
      return
    }
  }
  if (heldLength > 0) yield decode(Buffer.concat(held))
}
