import { read, router, write } from "@/server/kernel/trpc"
import { cancelReview } from "./cancel-review"
import { closeReview } from "./close-review"
import { createReview } from "./create-review"
import { decideLines } from "./decide-lines"
import { exportAccess } from "./export-access"
import { exportReview } from "./export-review"
import { getRequest } from "./get-request"
import { getReview } from "./get-review"
import { listAccess } from "./list-access"
import { listLines } from "./list-lines"
import { listOpenLineIds } from "./list-open-line-ids"
import { listReviews } from "./list-reviews"
import { printReview } from "./print-review"
import { reassignLines } from "./reassign-lines"
import { recordExecution } from "./record-execution"
import { requestAccess } from "./request-access"
import { retryAction } from "./retry-action"
import { reviseRequest } from "./revise-request"
import { revokeAccess } from "./revoke-access"
import { startReview } from "./start-review"
import { updateReview } from "./update-review"

export const accessRouter = router({
  requestAccess: write(requestAccess),
  reviseRequest: write(reviseRequest),
  listAccess: read(listAccess),
  getRequest: read(getRequest),
  exportAccess: read(exportAccess),
  revokeAccess: write(revokeAccess),
  recordExecution: write(recordExecution),
  createReview: write(createReview),
  updateReview: write(updateReview),
  startReview: write(startReview),
  cancelReview: write(cancelReview),
  closeReview: write(closeReview),
  listReviews: read(listReviews),
  getReview: read(getReview),
  listLines: read(listLines),
  listOpenLineIds: read(listOpenLineIds),
  decideLines: write(decideLines),
  reassignLines: write(reassignLines),
  retryAction: write(retryAction),
  exportReview: read(exportReview),
  printReview: read(printReview),
})
