import { read, router, write } from "@/server/kernel/trpc"
import { addComment } from "./add-comment"
import { addLink } from "./add-link"
import { editComment } from "./edit-comment"
import { getCommentHistory } from "./get-comment-history"
import { listComments } from "./list-comments"
import { listMaterial } from "./list-material"
import { listMentionable } from "./list-mentionable"
import { readMentions } from "./read-mentions"
import { removeAttachment } from "./remove-attachment"
import { removeLink } from "./remove-link"
import { withdrawComment } from "./withdraw-comment"

export const discussionRouter = router({
  listComments: read(listComments),
  getCommentHistory: read(getCommentHistory),
  listMentionable: read(listMentionable),
  listMaterial: read(listMaterial),
  addComment: write(addComment),
  editComment: write(editComment),
  withdrawComment: write(withdrawComment),
  readMentions: write(readMentions),
  addLink: write(addLink),
  removeLink: write(removeLink),
  removeAttachment: write(removeAttachment),
})
