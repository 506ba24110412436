import { z } from "zod"
import type { ImportPreview } from "@/server/dpia/domain/import-input"

/** Largest file that the server takes, in bytes. */
export const MOST_BYTES = 30 * 1024 * 1024

const errorSchema = z.object({ error: z.object({ message: z.string() }) })

async function send<Answer>(workspace: string, file: File, params: Record<string, string>): Promise<Answer> {
  const query = new URLSearchParams({ ...params, name: file.name })
  let response: Response
  try {
    response = await fetch(`/api/v1/assessments?${query}`, {
      method: "POST",
      headers: { "x-plumbline-workspace": workspace, "content-type": "application/octet-stream" },
      body: file,
    })
  } catch {
    throw new Error("The server could not be reached. Check the connection and try again")
  }
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) return body as Answer
  const known = errorSchema.safeParse(body)
  throw new Error(
    known.success ? known.data.error.message : `The server answered with an error (${response.status})`,
  )
}

/** What a file holds, without changing anything. @throws Error for a person */
export const readFile = (workspace: string, file: File, product: string) =>
  send<ImportPreview>(workspace, file, { product })

/** Imports a file; `accept` also when some entries cannot be used. @throws Error for a person */
export const importFile = (workspace: string, file: File, product: string, accept: boolean) =>
  send<{ key: string }>(workspace, file, { product, apply: "1", ...(accept && { accept: "1" }) })
