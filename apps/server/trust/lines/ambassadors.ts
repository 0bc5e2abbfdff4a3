import type { Cell, Expected, Line } from '../line.ts'
import { ofCommunity, rights, seesMember } from '../line.ts'

const unknown = '0197b5a0-0000-7000-8000-000000000000'
const nobody = (): Expected => 404
const ofProgramme = () => ({ ambassadorProgrammeId: unknown })
const ofMandate = () => ({ mandateId: unknown })
const ofMeeting = () => ({ meetingId: unknown })
const lost = (params: () => Record<string, string>, body?: Line['body']): Line => ({
  params,
  ...(body && { body }),
  decide: nobody,
})
const token = 'x'.repeat(43)
/** A programme, a mandate or a line of a record that is not there: what each refuses inside is in the module's own tests. */
export const ambassadors: Record<string, Line> = {
  'GET /api/v1/ambassador-programmes': {},
  'POST /api/v1/ambassador-programmes': {
    body: ({ place }: Cell) => ({
      name: 'Ambassadeurs',
      purpose: 'Porter le sujet',
      kind: 'content',
      communityId: place.id,
    }),
    decide: ofCommunity((cell) => rights(cell).manage),
  },
  'GET /api/v1/ambassador-programmes/:ambassadorProgrammeId': lost(ofProgramme),
  'PATCH /api/v1/ambassador-programmes/:ambassadorProgrammeId': lost(ofProgramme, () => ({ name: 'Autre' })),
  'PUT /api/v1/ambassador-programmes/:ambassadorProgrammeId/charter': lost(ofProgramme, () => ({
    text: 'Charte',
  })),
  'GET /api/v1/ambassador-programmes/:ambassadorProgrammeId/cohort': lost(ofProgramme),
  'GET /api/v1/ambassador-programmes/:ambassadorProgrammeId/report': lost(ofProgramme),
  'POST /api/v1/ambassador-programmes/:ambassadorProgrammeId/nominations': lost(ofProgramme, () => ({})),
  'POST /api/v1/ambassador-programmes/:ambassadorProgrammeId/launch': lost(ofProgramme),
  'POST /api/v1/ambassador-programmes/:ambassadorProgrammeId/meetings': lost(ofProgramme, () => ({
    kind: 'kickoff',
    title: 'Lancement',
    startsWall: '2099-01-01T10:00',
    durationMinutes: 60,
  })),
  'GET /api/v1/ambassador-meetings/:meetingId/attendance': lost(ofMeeting),
  'PUT /api/v1/ambassador-meetings/:meetingId/attendance': lost(ofMeeting, () => ({ present: [] })),
  'PUT /api/v1/ambassador-meetings/:meetingId/recap': lost(ofMeeting, () => ({
    recap: 'Dit',
    actions: ['Faire'],
  })),
  'POST /api/v1/ambassador-mandates/:mandateId/steps': lost(ofMandate, () => ({ step: 'accept' })),
  'PUT /api/v1/ambassador-mandates/:mandateId/induction/:key': lost(
    () => ({ mandateId: unknown, key: 'call' }),
    () => ({ done: true }),
  ),
  'PUT /api/v1/ambassador-mandates/:mandateId/buddy': lost(ofMandate, () => ({ memberId: null })),
  'PUT /api/v1/ambassador-mandates/:mandateId/talk': lost(ofMandate, () => ({
    heldOn: '2026-01-01',
    shareNote: false,
  })),
  'PUT /api/v1/ambassador-mandates/:mandateId/thanks': lost(ofMandate, () => ({ text: 'Merci' })),
  'PUT /api/v1/ambassador-mandates/:mandateId/announcement': lost(ofMandate, () => ({
    text: 'Je passe la main',
  })),
  'GET /api/v1/me/ambassador': {},
  'PATCH /api/v1/ambassador-mandates/:mandateId': lost(ofMandate, () => ({ isListed: true })),
  'PUT /api/v1/ambassador-mandates/:mandateId/commitment': lost(ofMandate, () => ({
    hours: 4,
    managerAddress: 'chef@exemple.test',
  })),
  'POST /api/v1/ambassador-mandates/:mandateId/absences': lost(ofMandate, () => ({
    from: '2026-01-01',
    to: '2026-01-02',
  })),
  'DELETE /api/v1/ambassador-mandates/:mandateId/absences/:absenceId': lost(() => ({
    mandateId: unknown,
    absenceId: unknown,
  })),
  'POST /api/v1/ambassador-mandates/:mandateId/idea-pass': lost(ofMandate),
  'POST /api/v1/ambassador-mandates/:mandateId/contributions': lost(ofMandate, () => ({
    on: '2026-01-01',
    kind: 'help',
    title: 'Aide',
  })),
  'PATCH /api/v1/ambassador-contributions/:contributionId': lost(
    () => ({ contributionId: unknown }),
    () => ({ title: 'Autre' }),
  ),
  'DELETE /api/v1/ambassador-contributions/:contributionId': lost(() => ({ contributionId: unknown })),
  'POST /api/v1/ambassador-mandates/:mandateId/attestations': lost(ofMandate, () => ({
    from: '2026-01-01',
    to: '2026-12-31',
    contributionIds: [],
    withHours: false,
    withThanks: false,
    withMeetings: false,
  })),
  'GET /api/v1/ambassador-attestations/:attestationId/file': lost(() => ({ attestationId: unknown })),
  'PATCH /api/v1/ambassador-attestations/:attestationId': lost(
    () => ({ attestationId: unknown }),
    () => ({ sent: true }),
  ),
  'DELETE /api/v1/ambassador-attestations/:attestationId': lost(() => ({ attestationId: unknown })),
  'GET /api/v1/ambassadors': {},
  'GET /api/v1/members/:memberId/ambassador': {
    params: ({ world }) => ({ memberId: world.visitors.member.memberId }),
    decide: seesMember,
  },
  'POST /api/v1/ambassador-agreement/reading': { body: () => ({ token }) },
  'POST /api/v1/ambassador-agreement': { body: () => ({ token, answer: 'agreed' }) },
}
