import { CATALOGUERS, CLASSIFIERS, EVERYONE, type Group } from "./roles"

export const CATALOG: Group[] = [
  [
    EVERYONE,
    [
      "catalog.exportClassification",
      "catalog.getAsset",
      "catalog.getScheme",
      "catalog.listAssets",
      "catalog.listClassification",
    ],
  ],
  [
    CATALOGUERS,
    [
      "catalog.archiveAsset",
      "catalog.createAsset",
      "catalog.restoreAsset",
      "catalog.setFields",
      "catalog.updateAsset",
    ],
  ],
  [
    CLASSIFIERS,
    [
      "catalog.acceptSuggestions",
      "catalog.classifyAsset",
      "catalog.classifyFields",
      "catalog.classifyProduct",
      "catalog.dismissSuggestions",
      "catalog.saveScheme",
    ],
  ],
]
