import { z } from "zod"
import type { SubjectRef } from "@/server/discussion/domain/subject"

const errorSchema = z.object({ error: z.object({ message: z.string() }) })

function messageOf(text: string, status: number): string {
  try {
    const known = errorSchema.safeParse(JSON.parse(text))
    if (known.success) return known.data.error.message
  } catch {
    // Not our answer: a proxy's page, or nothing.
  }
  return `The server answered with an error (${status})`
}

/** Sends a file, telling how much of it is on its way (0 to 1). Not fetch, which cannot tell. @throws Error for a person */
export function attachFile(
  workspace: string,
  subject: SubjectRef,
  file: File,
  onProgress: (share: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const address = `/api/v1/attachments?subject=${subject.type}:${subject.id}&name=${encodeURIComponent(file.name)}`
    request.open("POST", address)
    request.setRequestHeader("x-plumbline-workspace", workspace)
    request.setRequestHeader("content-type", "application/octet-stream")
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 1)
    request.onerror = () =>
      reject(new Error("The server could not be reached. Check the connection and try again"))
    request.onload = () =>
      request.status === 201 ? resolve() : reject(new Error(messageOf(request.responseText, request.status)))
    request.send(file)
  })
}

/** Where a file is downloaded, or a picture shown. */
export const fileHref = (workspace: string, id: string, picture = false) =>
  `/api/v1/attachments/${id}${picture ? "/picture" : ""}?workspace=${encodeURIComponent(workspace)}`

/** "412 kB", "12.4 MB": decimal, as file managers show it. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
