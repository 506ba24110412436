import { ACTORS, EVERYONE, type Group } from "./roles"

export const DISCUSSION: Group[] = [
  [
    EVERYONE,
    [
      "discussion.getCommentHistory",
      "discussion.listComments",
      "discussion.listMaterial",
      "discussion.listMentionable",
      "discussion.readAttachment",
    ],
  ],
  [
    ACTORS,
    [
      "discussion.addComment",
      "discussion.addLink",
      "discussion.editComment",
      "discussion.readMentions",
      "discussion.removeAttachment",
      "discussion.removeLink",
      "discussion.storeAttachment",
      "discussion.withdrawComment",
    ],
  ],
]
