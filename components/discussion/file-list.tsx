"use client"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { RelativeTime } from "@/components/ui/relative-time"
import { PICTURES } from "@/server/discussion/domain/attachment-kinds"
import { fileHref, fileSize } from "./call-attach"
import type { AttachedFile } from "./discussion-data"

type Props = {
  files: readonly AttachedFile[]
  mayRemove: (authorId: string) => boolean
  onRemove: (file: AttachedFile) => void
}

/** Files with size, who attached them and when; pictures as pictures; removed ones as the fact that they were here. */
export function FileList({ files, mayRemove, onRemove }: Props) {
  const { workspace, now } = useWorkspace()
  if (files.length === 0) return null
  const at = (iso: string) => <RelativeTime iso={iso} now={now} past />
  return (
    <ul className="files">
      {files.map((file) =>
        file.removedAt ? (
          <li key={file.id} className="muted" title={`SHA-256 ${file.sha256}`}>
            <span className="kind" aria-hidden="true">
              –
            </span>
            <span className="what">
              {file.fileName}, removed by {file.removedByName} {at(file.removedAt)}
            </span>
          </li>
        ) : (
          <li key={file.id}>
            {PICTURES.includes(file.mediaType) ? (
              // The endpoint answers pictures without scripts only; the loader of Next would need the session's cookie.
              <a
                className="kind"
                href={fileHref(workspace.slug, file.id, true)}
                target="_blank"
                rel="noopener"
              >
                <picture>
                  <img
                    src={fileHref(workspace.slug, file.id, true)}
                    alt={`Preview of ${file.fileName}`}
                    loading="lazy"
                  />
                </picture>
              </a>
            ) : (
              <span className="kind" aria-hidden="true">
                {file.fileName.split(".").at(-1)}
              </span>
            )}
            <span className="what">
              <a
                href={fileHref(workspace.slug, file.id)}
                download={file.fileName}
                title={`SHA-256 ${file.sha256}`}
              >
                {file.fileName}
              </a>
              <span className="hint">
                {fileSize(file.byteSize)}, {file.createdByName}, {at(file.createdAt)}
              </span>
            </span>
            {mayRemove(file.createdById) ? (
              <Button
                size="small"
                variant="quiet"
                aria-label={`Remove ${file.fileName}`}
                onClick={() => onRemove(file)}
              >
                Remove
              </Button>
            ) : null}
          </li>
        ),
      )}
    </ul>
  )
}
