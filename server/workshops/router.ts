import { read, router, write } from "@/server/kernel/trpc"
import { adoptWorkshopOrder } from "./adopt-workshop-order"
import { advanceWorkshop } from "./advance-workshop"
import { closeWorkshop } from "./close-workshop"
import { endWorkshop } from "./end-workshop"
import { finishScoring } from "./finish-scoring"
import { focusItem } from "./focus-item"
import { getWorkshop } from "./get-workshop"
import { joinWorkshop } from "./join-workshop"
import { listPeople } from "./list-people"
import { listWorkshops } from "./list-workshops"
import { openWorkshop } from "./open-workshop"
import { previewSelection } from "./preview-selection"
import { recordDissent } from "./record-dissent"
import { saveEntries } from "./save-entries"
import { setTimer } from "./set-timer"
import { takeOverWorkshop } from "./take-over-workshop"
import { watchWorkshop } from "./watch-workshop"

export const workshopsRouter = router({
  listWorkshops: read(listWorkshops),
  getWorkshop: read(getWorkshop),
  listPeople: read(listPeople),
  previewSelection: read(previewSelection),
  watchWorkshop: read(watchWorkshop),
  openWorkshop: write(openWorkshop),
  joinWorkshop: write(joinWorkshop),
  saveEntries: write(saveEntries),
  finishScoring: write(finishScoring),
  advanceWorkshop: write(advanceWorkshop),
  focusItem: write(focusItem),
  setTimer: write(setTimer),
  recordDissent: write(recordDissent),
  closeWorkshop: write(closeWorkshop),
  endWorkshop: write(endWorkshop),
  takeOverWorkshop: write(takeOverWorkshop),
  adoptWorkshopOrder: write(adoptWorkshopOrder),
})
