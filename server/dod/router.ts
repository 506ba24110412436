import { read, router, write } from "@/server/kernel/trpc"
import { askWaiver } from "./ask-waiver"
import { chooseDeliverable } from "./choose-deliverable"
import { discardDraft } from "./discard-draft"
import { getChecklist } from "./get-checklist"
import { getTemplate } from "./get-template"
import { listOpenChecks } from "./list-open-checks"
import { listProgress } from "./list-progress"
import { listTemplates } from "./list-templates"
import { markCheck } from "./mark-check"
import { publishTemplate } from "./publish-template"
import { recordReview } from "./record-review"
import { reopenCheck } from "./reopen-check"
import { saveDraft } from "./save-draft"
import { upgradeChecklist } from "./upgrade-checklist"

export const dodRouter = router({
  getChecklist: read(getChecklist),
  listProgress: read(listProgress),
  listOpenChecks: read(listOpenChecks),
  listTemplates: read(listTemplates),
  getTemplate: read(getTemplate),
  chooseDeliverable: write(chooseDeliverable),
  upgradeChecklist: write(upgradeChecklist),
  markCheck: write(markCheck),
  reopenCheck: write(reopenCheck),
  recordReview: write(recordReview),
  askWaiver: write(askWaiver),
  saveDraft: write(saveDraft),
  discardDraft: write(discardDraft),
  publishTemplate: write(publishTemplate),
})
