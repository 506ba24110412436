"use client"
import { useQueryClient } from "@tanstack/react-query"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { saveFile } from "@/components/audit/save-file"
import { Button } from "@/components/ui/button"
import { StateWord } from "@/components/ui/state-word"
import { notify } from "@/components/ui/toast"
import type { Signature } from "../approval-data"
import { recordState } from "./prepare-decision"

type Props = { requestId: string; signature: Pick<Signature, "id" | "signerName" | "record"> }

/** Where the signature stands in the audit trail, and the proof of it to keep. */
export function AuditRecord({ requestId, signature: { id: signatureId, signerName, record } }: Props) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { look, word, words } = recordState(record)
  const download = async () => {
    try {
      const options = trpc.approvals.getReceipt.queryOptions({ requestId, signatureId })
      const { fileName, text } = await queries.fetchQuery({ ...options, staleTime: 0 })
      saveFile(fileName, text)
    } catch (error) {
      notify.error(errorMessage(error))
    }
  }
  return (
    <>
      {record ? (
        <>
          Number {record.seq.toLocaleString("en-GB")}, hash <code>{record.leaf}</code>{" "}
        </>
      ) : null}
      <StateWord state={look}>{word}</StateWord> {words}
      {record?.checkpoint ? (
        <div className="no-print mt-1">
          <Button size="small" onClick={download}>
            Download receipt<span className="sr-only"> of the signature of {signerName}</span>
          </Button>
        </div>
      ) : null}
    </>
  )
}
