import { ACTORS, EVERYONE, type Group, RANKERS } from "./roles"

export const WORKSHOPS: Group[] = [
  [
    EVERYONE,
    ["workshops.getWorkshop", "workshops.listPeople", "workshops.listWorkshops", "workshops.watchWorkshop"],
  ],
  [
    ACTORS,
    ["workshops.finishScoring", "workshops.joinWorkshop", "workshops.recordDissent", "workshops.saveEntries"],
  ],
  [
    RANKERS,
    [
      "workshops.adoptWorkshopOrder",
      "workshops.advanceWorkshop",
      "workshops.closeWorkshop",
      "workshops.endWorkshop",
      "workshops.focusItem",
      "workshops.openWorkshop",
      "workshops.previewSelection",
      "workshops.setTimer",
      "workshops.takeOverWorkshop",
    ],
  ],
]
