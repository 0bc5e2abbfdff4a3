import type { MemberActor } from '#platform/context.ts'

/** Its author and the managers of its community bring a question to somebody; they read it, or never got here. */
export const canAskAround = (
  actor: Pick<MemberActor, 'memberId'>,
  post: { authorId: string; roles: readonly string[]; kind: string },
): true | string => {
  if (post.authorId !== actor.memberId && !post.roles.includes('manager')) return 'notAuthorNorManager'
  return post.kind === 'question' || 'notAQuestion'
}
