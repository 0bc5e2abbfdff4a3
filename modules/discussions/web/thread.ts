import type { Comment, PostDetail, ReactionKind } from '../contract.ts'

export interface Thread {
  accepted: Comment | undefined
  answers: Comment[]
  comments: Comment[]
  replies: ReadonlyMap<string, Comment[]>
}

/** The order of reading: the accepted answer, the other answers, then comments; replies under what they reply to. */
export function threadOf(post: PostDetail): Thread {
  const replies = new Map<string, Comment[]>()
  const answers: Comment[] = []
  const comments: Comment[] = []
  for (const comment of post.comments.items) {
    if (comment.parentId) replies.set(comment.parentId, [...(replies.get(comment.parentId) ?? []), comment])
    else if (comment.isAnswer) {
      if (!comment.isAccepted) answers.push(comment)
    } else comments.push(comment)
  }
  const accepted =
    post.comments.items.find((comment) => comment.isAccepted) ?? post.acceptedAnswer ?? undefined
  return { accepted, answers: answers.filter((answer) => answer.id !== accepted?.id), comments, replies }
}

/** Changes a comment wherever the conversation holds it. */
export function changeComment(
  post: PostDetail,
  commentId: string,
  change: (comment: Comment) => Comment,
): PostDetail {
  return {
    ...post,
    acceptedAnswer: post.acceptedAnswer?.id === commentId ? change(post.acceptedAnswer) : post.acceptedAnswer,
    comments: {
      ...post.comments,
      items: post.comments.items.map((comment) => (comment.id === commentId ? change(comment) : comment)),
    },
  }
}

export const withoutComment = (post: PostDetail, commentId: string): PostDetail => {
  const gone = post.comments.items.find((comment) => comment.id === commentId)
  return {
    ...post,
    ...(gone && counted(post, gone, -1)),
    comments: { ...post.comments, items: post.comments.items.filter((comment) => comment.id !== commentId) },
  }
}

/** A new comment comes last; one that is already there (the live message was faster) is replaced. */
export const withComment = (post: PostDetail, comment: Comment): PostDetail =>
  post.comments.items.some(({ id }) => id === comment.id)
    ? changeComment(post, comment.id, () => comment)
    : {
        ...post,
        ...counted(post, comment, 1),
        comments: { ...post.comments, items: [...post.comments.items, comment] },
      }

/** Answers are among the comments, and counted by themselves too. */
const counted = (post: PostDetail, comment: Comment, by: 1 | -1) => ({
  commentCount: Math.max(0, post.commentCount + by),
  ...(comment.isAnswer && { answerCount: Math.max(0, post.answerCount + by) }),
})

interface Reacted {
  reactionCounts: PostDetail['reactionCounts']
  myReactions: ReactionKind[]
}

/** My reaction on or off; a second "on" changes nothing. */
export function withReaction<R extends Reacted>(target: R, kind: ReactionKind, on: boolean): R {
  if (target.myReactions.includes(kind) === on) return target
  return {
    ...target,
    myReactions: on ? [...target.myReactions, kind] : target.myReactions.filter((mine) => mine !== kind),
    reactionCounts: {
      ...target.reactionCounts,
      [kind]: Math.max(0, (target.reactionCounts[kind] ?? 0) + (on ? 1 : -1)),
    },
  }
}

/** One answer at most is accepted; `null` withdraws. */
export function withAccepted(post: PostDetail, commentId: string | null): PostDetail {
  const items = post.comments.items.map((comment) => ({ ...comment, isAccepted: comment.id === commentId }))
  return {
    ...post,
    acceptedAnswer: items.find((comment) => comment.isAccepted) ?? null,
    comments: { ...post.comments, items },
  }
}
