/** One line of the answer: newline-delimited JSON. */
type Emit = (line: object) => void

/**
 * Runs long work and answers with its progress as NDJSON. The work goes on when the reader leaves. When it fails before
 * its first line, `failed` gives the whole answer, with a proper HTTP status; later it gives the last line.
 */
export async function answerWithProgress(
  work: (emit: Emit) => Promise<object>,
  failed: (error: unknown) => Response,
): Promise<Response> {
  const waiting: object[] = []
  let listener: Emit = (line) => void waiting.push(line)
  let started = () => {}
  const firstLine = new Promise<void>((resolve) => {
    started = resolve
  })
  const done = work((line) => {
    listener(line)
    started()
  })
  const failure = await Promise.race([firstLine.then(() => null), done.then(() => null, failed)])
  if (failure) return failure

  const encoder = new TextEncoder()
  let left = false
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send: Emit = (line) => {
        if (!left) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
      }
      for (const line of waiting) send(line)
      listener = send
      const last = await done.catch(async (error) => (await failed(error).json()) as object)
      send(last)
      if (!left) controller.close()
    },
    cancel() {
      left = true
    },
  })
  return new Response(stream, {
    headers: { "content-type": "application/x-ndjson; charset=utf-8", "cache-control": "no-store" },
  })
}
