import { isKnownEncoding } from "./detect-encoding"
import { FileProblem } from "./file-problem"

/**
 * Decodes a stream of bytes to text, strictly: a byte that is not of this encoding is a FileProblem, never a "�".
 * A BOM is dropped. Characters cut between two pieces are put together.
 */
export async function* decodeBytes(
  source: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<string> {
  if (!isKnownEncoding(encoding))
    throw new FileProblem(
      "encoding",
      `The encoding “${encoding}” is not known. Choose UTF-8 or windows-1252.`,
    )
  const decoder = new TextDecoder(encoding, { fatal: true })
  let done = 0
  try {
    for await (const bytes of source) {
      const text = decoder.decode(bytes, { stream: true })
      done += bytes.length
      if (text) yield text
    }
    const rest = decoder.decode()
    if (rest) yield rest
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new FileProblem("encoding", wrongEncoding(decoder.encoding, done))
  }
}

function wrongEncoding(encoding: string, byte: number): string {
  const kilobytes = Math.floor(byte / 1024)
  const where = kilobytes > 0 ? `After about ${kilobytes.toLocaleString("en-GB")} kB the` : "The"
  const other = encoding === "utf-8" ? "windows-1252" : "UTF-8"
  return `${where} file is not ${encoding} text. Choose another encoding, for example ${other}, or save the file as UTF-8.`
}
