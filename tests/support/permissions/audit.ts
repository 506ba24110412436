import { ADMINISTRATOR, type Group, TRAIL_READERS } from "./roles"

export const AUDIT: Group[] = [
  [ADMINISTRATOR, ["audit.createCheckpoint"]],
  [
    TRAIL_READERS,
    [
      "audit.getEvent",
      "audit.listCheckpoints",
      "audit.listEvents",
      "audit.listFacets",
      "audit.recordRead",
      "audit.verifyTrail",
    ],
  ],
  [
    ["administrator", "auditor"],
    ["audit.exportTrail", "audit.readTrail"],
  ],
]
