/** How large a world is; the reference of docs/mechanisms/performance.md is that of 160,000 members. */
export interface WorldSize {
  members: number
  communities: number
  /** People who are in very many communities, and in how many they are asked to be. */
  joiners: { people: number; communities: number }
  posts: number
  /** On average; the sum is close to 7.3 per post. */
  commentsPerPost: number
}

/** Everything grows with the number of members: 5,000 communities and 600,000 posts for 160,000. */
export function worldOf(
  members: number,
  given: { communities?: number | undefined; posts?: number | undefined } = {},
): WorldSize {
  const share = members / 160_000
  const communities = given.communities ?? Math.max(4, Math.round(5_000 * share))
  return {
    members,
    communities,
    joiners: { people: Math.max(1, Math.round(100 * share)), communities: Math.min(640, communities) },
    posts: given.posts ?? Math.max(20, Math.round(600_000 * share)),
    commentsPerPost: 6.4,
  }
}
