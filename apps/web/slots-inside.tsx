import { lazy, type ComponentType } from 'react'
import type { Slots } from '#platform/web/slots.tsx'

// What furnishes pages behind the first one: one lazy line each.

/** Sections of the page `/me`, above the display settings (profile, notifications, what is seen). */
export const meSections: readonly ComponentType[] = [
  lazy(async () => ({ default: (await import('#modules/people/web/components/MeLinks.tsx')).MeLinks })),
  lazy(() => import('#modules/notifications/web/components/MeLink.tsx')),
  lazy(() => import('#modules/notifications/web/mailings/components/OwnMailLink.tsx')),
  lazy(() => import('#modules/gatherings/web/components/MeCalendarLink.tsx')),
  lazy(() => import('#modules/measurement/web/components/MyTies.tsx')),
  lazy(() => import('#modules/discussions/web/components/MyDrafts.tsx')),
  lazy(() => import('#modules/kinds/web/components/MyProgrammes.tsx')),
  lazy(() => import('#modules/moderation/web/components/MeNotes.tsx')),
  lazy(() => import('#modules/practice/web/components/MeNetworkLink.tsx')),
  lazy(() => import('#modules/reports/web/components/MeVoicesLink.tsx')),
  lazy(() => import('#modules/workbench/web/components/MeCare.tsx')),
  lazy(() => import('#modules/listening/web/components/MeListening.tsx')),
  lazy(() => import('#modules/recognition/web/components/MeThanks.tsx')),
  lazy(() => import('#modules/ambassadors/web/components/MeAmbassador.tsx')),
  lazy(() => import('#modules/sponsorship/web/components/MeCommitments.tsx')),
  lazy(() => import('#modules/turns/web/components/MeTurns.tsx')),
  lazy(() => import('#modules/newsletters/web/components/MeNewsletters.tsx')),
  lazy(() => import('#modules/campaigns/web/components/MeConsents.tsx')),
]

/** Places inside the modules' own pages (platform/web/slots.tsx). */
export const inside: Slots = {
  communityNotices: [lazy(() => import('#modules/sponsorship/web/components/RoomNotice.tsx'))],
  communitySettings: [
    lazy(() => import('#modules/discussions/web/components/SharingSetting.tsx')),
    lazy(() => import('#modules/turns/web/components/AccountsSetting.tsx')),
    lazy(() => import('#modules/trials/web/components/TrialsSetting.tsx')),
    lazy(() => import('#modules/sponsorship/web/components/RoomSetting.tsx')),
  ],
  communityButtons: [
    lazy(() => import('#modules/notifications/web/components/LevelButton.tsx')),
    lazy(() => import('#modules/search/web/components/SearchHere.tsx')),
    lazy(() => import('#modules/workbench/web/components/PathButton.tsx')),
    lazy(() => import('#modules/moderation/web/components/ModerationButton.tsx')),
  ],
  helpedPanels: [lazy(() => import('#modules/measurement/web/components/TimeSaved.tsx'))],
  postButtons: [lazy(() => import('#modules/notifications/web/components/FollowButton.tsx'))],
  textActs: [
    lazy(() => import('#modules/knowledge/web/components/MakePage.tsx')),
    lazy(() => import('#modules/moderation/web/components/ReportActs.tsx')),
    lazy(() => import('#modules/listening/web/components/ListeningActs.tsx')),
    lazy(() => import('#modules/recognition/web/components/ThankActs.tsx')),
    lazy(() => import('#modules/sponsorship/web/components/HandActs.tsx')),
  ],
  replyGate: lazy(() => import('#modules/workbench/web/components/ReplyGate.tsx')),
  communityRail: [
    lazy(() => import('#modules/problems/web/components/ProblemRail.tsx')),
    lazy(() => import('#modules/workbench/web/components/MyPath.tsx')),
    lazy(() => import('#modules/gatherings/web/components/NextGathering.tsx')),
    lazy(() => import('#modules/editorial/web/components/VolunteerBlock.tsx')),
    lazy(() => import('#modules/notifications/web/mailings/components/LatestMailing.tsx')),
    lazy(() => import('#modules/reports/web/components/LatestReport.tsx')),
    lazy(() => import('#modules/listening/web/components/HeardRail.tsx')),
    lazy(() => import('#modules/sponsorship/web/components/PromisesRail.tsx')),
    lazy(() => import('#modules/recognition/web/components/WallRail.tsx')),
    lazy(() => import('#modules/pulse/web/components/PulseRail.tsx')),
    lazy(() => import('#modules/debates/web/components/DebatesRail.tsx')),
    lazy(() => import('#modules/turns/web/components/AccountsRail.tsx')),
    lazy(() => import('#modules/trials/web/components/TrialsRail.tsx')),
  ],
  homeBlocks: [
    lazy(() => import('#modules/pulse/web/components/OpenPulse.tsx')),
    lazy(() => import('#modules/campaigns/web/components/RunningCampaigns.tsx')),
    lazy(() => import('#modules/gatherings/web/components/ThisWeek.tsx')),
    lazy(() => import('#modules/workbench/web/components/AskedOfMe.tsx')),
    lazy(() => import('#modules/editorial/web/components/AskedToSpeak.tsx')),
    lazy(() => import('#modules/workbench/web/components/Invitations.tsx')),
    lazy(() => import('#modules/knowledge/web/components/MyReviews.tsx')),
    lazy(() => import('#modules/expertise/web/components/PeopleToMeet.tsx')),
  ],
  postPanels: [
    lazy(() => import('#modules/kinds/web/components/StepPanel.tsx')),
    lazy(() => import('#modules/campaigns/web/components/StoryPanel.tsx')),
    lazy(() => import('#modules/polls/web/components/PollPanel.tsx')),
    lazy(() => import('#modules/knowledge/web/components/PagesOfPost.tsx')),
    lazy(() => import('#modules/expertise/web/components/WhoCouldAnswer.tsx')),
    lazy(() => import('#modules/listening/web/components/TagPanel.tsx')),
    lazy(() => import('#modules/recognition/web/components/ThanksPanel.tsx')),
  ],
  composerHints: [
    lazy(() => import('#modules/moderation/web/components/WordingHint.tsx')),
    lazy(() => import('#modules/knowledge/web/components/SimilarPages.tsx')),
    lazy(() => import('#modules/campaigns/web/components/TagHint.tsx')),
  ],
  programmeBlocks: [
    lazy(() => import('#modules/ambassadors/web/components/AmbassadorsBlock.tsx')),
    lazy(() => import('#modules/campaigns/web/components/CampaignsBlock.tsx')),
    lazy(() => import('#modules/newsletters/web/components/NewslettersBlock.tsx')),
  ],
  canvasPanels: [lazy(() => import('#modules/lifecycle/web/components/LifeLink.tsx'))],
  administeredBlocks: [lazy(() => import('#modules/lifecycle/web/components/CareBlock.tsx'))],
  discoverBlocks: [lazy(() => import('#modules/lifecycle/web/components/WishesBlock.tsx'))],
  charterPanels: [
    lazy(() => import('#modules/moderation/web/components/CharterCases.tsx')),
    lazy(() => import('#modules/measurement/web/components/NetworkNotice.tsx')),
  ],
  commentPanels: [
    lazy(() => import('#modules/listening/web/components/TagPanel.tsx')),
    lazy(() => import('#modules/recognition/web/components/ThanksPanel.tsx')),
  ],
  composerTools: [
    lazy(() => import('#modules/polls/web/components/PollTool.tsx')),
    lazy(() => import('#modules/listening/web/components/TagTool.tsx')),
  ],
  profileBlocks: [
    lazy(() => import('#modules/expertise/web/components/ProfileExpertise.tsx')),
    lazy(() => import('#modules/notifications/web/components/FollowMember.tsx')),
    lazy(() => import('#modules/ambassadors/web/components/ProfileAmbassador.tsx')),
  ],
  profileEditBlocks: [lazy(() => import('#modules/expertise/web/components/OwnExpertise.tsx'))],
}
