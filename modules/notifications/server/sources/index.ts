import { communitiesSource } from './communities.ts'
import { discussionsSource } from './discussions.ts'
import { expertiseSource } from './expertise.ts'
import { gatheringsSource } from './gatherings.ts'
import { knowledgeSource } from './knowledge.ts'
import { pollsSource } from './polls.ts'
import { workbenchSource } from './workbench.ts'
import type { Source } from './source.ts'

/** Every source of this folder, one line each. */
export const sources: readonly Source[] = [
  communitiesSource,
  discussionsSource,
  expertiseSource,
  gatheringsSource,
  knowledgeSource,
  pollsSource,
  workbenchSource,
]
