import type { Stage } from '../harness.ts'

/** What the tour of every screen has at hand: the demo company is loaded, Claire manages the community `maintenance`. */
export interface TourWorld {
  stage: Stage
  /** A solved question of the demo company. */
  postId: string
  memberId: string
}
