import { ASSESSORS, EVERYONE, type Group } from "./roles"

export const DOD: Group[] = [
  [
    EVERYONE,
    ["dod.getChecklist", "dod.getTemplate", "dod.listOpenChecks", "dod.listProgress", "dod.listTemplates"],
  ],
  [
    ASSESSORS,
    [
      "dod.askWaiver",
      "dod.chooseDeliverable",
      "dod.markCheck",
      "dod.recordReview",
      "dod.reopenCheck",
      "dod.upgradeChecklist",
    ],
  ],
  [
    ["administrator", "delivery_lead"],
    ["dod.discardDraft", "dod.observeChecks", "dod.publishTemplate", "dod.saveDraft"],
  ],
]
