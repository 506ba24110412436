import { ACTORS, ADMINISTRATOR, EVERYONE, type Group } from "./roles"

export const ACCESS: Group[] = [
  [
    EVERYONE,
    [
      "access.exportAccess",
      "access.exportReview",
      "access.getRequest",
      "access.getReview",
      "access.listAccess",
      "access.listLines",
      "access.listOpenLineIds",
      "access.listReviews",
      "access.printReview",
    ],
  ],
  [ACTORS, ["access.decideLines", "access.requestAccess", "access.reviseRequest", "access.revokeAccess"]],
  [
    ADMINISTRATOR,
    [
      "access.cancelReview",
      "access.closeReview",
      "access.createReview",
      "access.reassignLines",
      "access.retryAction",
      "access.settleReviews",
      "access.startReview",
      "access.updateReview",
    ],
  ],
  [
    ["administrator", "data_engineer", "data_steward"],
    ["access.endLeaversAccess", "access.recordExecution"],
  ],
]
