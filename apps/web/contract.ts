import type { contract as communities } from '#modules/communities/contract.ts'
import type { contract as demo } from '#modules/demo/contract.ts'
import type { contract as discussions } from '#modules/discussions/contract.ts'
import type { contract as expertise } from '#modules/expertise/contract.ts'
import type { contract as gatherings } from '#modules/gatherings/contract.ts'
import type { contract as interchange } from '#modules/interchange/contract.ts'
import type { contract as knowledge } from '#modules/knowledge/contract.ts'
import type { contract as measurement } from '#modules/measurement/contract.ts'
import type { contract as moderation } from '#modules/moderation/contract.ts'
import type { contract as notifications } from '#modules/notifications/contract.ts'
import type { contract as people } from '#modules/people/contract.ts'
import type { contract as polls } from '#modules/polls/contract.ts'
import type { contract as search } from '#modules/search/contract.ts'
import type { contract as workbench } from '#modules/workbench/contract.ts'
import type { contract as problems } from '#modules/problems/contract.ts'
import type { contract as lifecycle } from '#modules/lifecycle/contract.ts'
import type { contract as kinds } from '#modules/kinds/contract.ts'
import type { contract as listening } from '#modules/listening/contract.ts'
import type { contract as recognition } from '#modules/recognition/contract.ts'
import type { contract as editorial } from '#modules/editorial/contract.ts'
import type { contract as practice } from '#modules/practice/contract.ts'
import type { contract as reports } from '#modules/reports/contract.ts'
import type { contract as privacy } from '#modules/privacy/contract.ts'
import type { contract as programmes } from '#modules/programmes/contract.ts'
import type { contract as newsletters } from '#modules/newsletters/contract.ts'
import type { contract as campaigns } from '#modules/campaigns/contract.ts'
import type { contract as pulse } from '#modules/pulse/contract.ts'
import type { contract as ambassadors } from '#modules/ambassadors/contract.ts'
import type { contract as sponsorship } from '#modules/sponsorship/contract.ts'
import type { contract as debates } from '#modules/debates/contract.ts'
import type { contract as turns } from '#modules/turns/contract.ts'
import type { contract as trials } from '#modules/trials/contract.ts'
import type { contract as radar } from '#modules/radar/contract.ts'

// The merged contract of the product, types only: one import and one name per module. It gives `api()` its types.
type Communities = typeof communities
type Demo = typeof demo
type Discussions = typeof discussions
type Expertise = typeof expertise
type Gatherings = typeof gatherings
type Interchange = typeof interchange
type Knowledge = typeof knowledge
type Measurement = typeof measurement
type Moderation = typeof moderation
type Notifications = typeof notifications
type People = typeof people
type Polls = typeof polls
type Search = typeof search
type Workbench = typeof workbench
type Problems = typeof problems
type Lifecycle = typeof lifecycle
type Kinds = typeof kinds
type Listening = typeof listening
type Recognition = typeof recognition
type Editorial = typeof editorial
type Practice = typeof practice
type Reports = typeof reports
type Privacy = typeof privacy
type Programmes = typeof programmes
type Newsletters = typeof newsletters
type Campaigns = typeof campaigns
type Pulse = typeof pulse
type Ambassadors = typeof ambassadors
type Sponsorship = typeof sponsorship
type Debates = typeof debates
type Turns = typeof turns
type Trials = typeof trials
type Radar = typeof radar

declare module '#platform/web/api.ts' {
  interface ApiContract
    extends
      Communities,
      Demo,
      Discussions,
      Expertise,
      Gatherings,
      Interchange,
      Knowledge,
      Measurement,
      Moderation,
      Notifications,
      People,
      Polls,
      Search,
      Problems,
      Lifecycle,
      Kinds,
      Listening,
      Recognition,
      Editorial,
      Practice,
      Reports,
      Privacy,
      Programmes,
      Newsletters,
      Campaigns,
      Pulse,
      Ambassadors,
      Sponsorship,
      Debates,
      Turns,
      Trials,
      Radar,
      Workbench {}
}
