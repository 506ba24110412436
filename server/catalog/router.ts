import { read, router, write } from "@/server/kernel/trpc"
import { acceptSuggestions } from "./accept-suggestions"
import { archiveAsset } from "./archive-asset"
import { classifyAsset } from "./classify-asset"
import { classifyFields } from "./classify-fields"
import { classifyProduct } from "./classify-product"
import { createAsset } from "./create-asset"
import { dismissSuggestions } from "./dismiss-suggestions"
import { exportClassification } from "./export-classification"
import { getAsset } from "./get-asset"
import { getScheme } from "./get-scheme"
import { listAssets } from "./list-assets"
import { listClassification } from "./list-classification"
import { restoreAsset } from "./restore-asset"
import { saveScheme } from "./save-scheme"
import { setFields } from "./set-fields"
import { updateAsset } from "./update-asset"

export const catalogRouter = router({
  listAssets: read(listAssets),
  getAsset: read(getAsset),
  createAsset: write(createAsset),
  updateAsset: write(updateAsset),
  archiveAsset: write(archiveAsset),
  restoreAsset: write(restoreAsset),
  setFields: write(setFields),
  getScheme: read(getScheme),
  saveScheme: write(saveScheme),
  classifyFields: write(classifyFields),
  classifyAsset: write(classifyAsset),
  classifyProduct: write(classifyProduct),
  acceptSuggestions: write(acceptSuggestions),
  dismissSuggestions: write(dismissSuggestions),
  listClassification: read(listClassification),
  exportClassification: read(exportClassification),
})
