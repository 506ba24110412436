import { z } from "zod"
import type { ImportMapping } from "@/server/backlog/domain/import/mapping"
import type { ImportResult, Reading } from "./import-data"
import { piecesOf, readLines } from "./read-lines"

const HEADER = "x-plumbline-workspace"
const errorSchema = z.object({ error: z.object({ message: z.string() }) })
const uploadedSchema = z.object({
  importId: z.string(),
  importedBefore: z.object({ fileName: z.string(), appliedAt: z.string().nullable() }).nullable(),
})
export type Uploaded = z.infer<typeof uploadedSchema>

const LOST = "The server could not be reached. Check the connection and try again"

function answerOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function failure(answer: unknown, status: number): Error {
  const known = errorSchema.safeParse(answer)
  return new Error(known.success ? known.data.error.message : `The server answered with an error (${status})`)
}

/** Sends a file, telling how much of it is on its way (0 to 1). Not fetch, which cannot tell. @throws Error for a person */
export function uploadFile(
  workspace: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open("POST", `/api/v1/imports?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader(HEADER, workspace)
    request.setRequestHeader("content-type", "text/csv")
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 1)
    request.onerror = () => reject(new Error(LOST))
    request.onabort = () => reject(new Error("The upload was stopped"))
    request.onload = () => {
      const answer = answerOf(request.responseText)
      const uploaded = uploadedSchema.safeParse(answer)
      if (uploaded.success) resolve(uploaded.data)
      else reject(failure(answer, request.status))
    }
    signal.addEventListener("abort", () => request.abort())
    request.send(file)
  })
}

export type ApplyInput = { mapping: ImportMapping; reading: Reading; productId: string | null }

const progressSchema = z.object({ done: z.number(), total: z.number() })

/** Imports an uploaded file, telling how many rows are done. The server goes on when the page is left. @throws Error */
export async function applyImport(
  workspace: string,
  importId: string,
  input: ApplyInput,
  onProgress: (done: number, total: number) => void,
): Promise<ImportResult> {
  const response = await fetch(`/api/v1/imports/${importId}/apply`, {
    method: "POST",
    headers: { [HEADER]: workspace, "content-type": "application/json" },
    body: JSON.stringify(input),
  }).catch(() => {
    throw new Error(LOST)
  })
  if (!response.ok || !response.body) throw failure(answerOf(await response.text()), response.status)
  for await (const line of readLines(piecesOf(response.body))) {
    const answer = answerOf(line)
    const progress = progressSchema.safeParse(answer)
    if (progress.success) onProgress(progress.data.done, progress.data.total)
    else if (typeof answer === "object" && answer && "result" in answer) return answer.result as ImportResult
    else throw failure(answer, response.status)
  }
  throw new Error(
    "The connection ended before the result came. Look at the history below to see whether it was imported",
  )
}
