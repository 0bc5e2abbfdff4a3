import { contract } from '#modules/ambassadors/contract.ts'
import { serve } from '#platform/http/serve.ts'
import { answerAgreement, askHours, readAgreement } from './operations/agree-hours.ts'
import { attest, noteSent, readAttestationFile, removeAttestation } from './operations/attest.ts'
import { declareContribution, removeContribution, wordContribution } from './operations/keep-record.ts'
import { nameBuddy, noteTalk, readCohort, tickInduction, writeThanks } from './operations/lead-cohort.ts'
import { listDirectory, readMemberRole, readReport } from './operations/list-ambassadors.ts'
import { countAttendance, readAttendance, sendRecap, setMeeting } from './operations/meetings.ts'
import { nominate } from './operations/nominate.ts'
import {
  changePresence,
  declareAbsence,
  passTurn,
  readMine,
  removeAbsence,
  wordAnnouncement,
} from './operations/own-mandate.ts'
import {
  beginProgramme,
  changeProgramme,
  launchProgramme,
  listProgrammes,
  publishAmbassadorCharter,
  readProgramme,
} from './operations/programmes.ts'
import { takeStep } from './operations/take-step.ts'

export const routes = serve(contract, {
  'GET /api/v1/ambassador-programmes': (ctx, { query }) => listProgrammes(ctx, query),
  'POST /api/v1/ambassador-programmes': (ctx, { body }) => beginProgramme(ctx, body),
  'GET /api/v1/ambassador-programmes/:ambassadorProgrammeId': (ctx, { params }) =>
    readProgramme(ctx, params.ambassadorProgrammeId),
  'PATCH /api/v1/ambassador-programmes/:ambassadorProgrammeId': (ctx, { params, body }) =>
    changeProgramme(ctx, { ...params, ...body }),
  'PUT /api/v1/ambassador-programmes/:ambassadorProgrammeId/charter': (ctx, { params, body }) =>
    publishAmbassadorCharter(ctx, { ...params, ...body }),
  'GET /api/v1/ambassador-programmes/:ambassadorProgrammeId/cohort': (ctx, { params }) =>
    readCohort(ctx, params.ambassadorProgrammeId),
  'GET /api/v1/ambassador-programmes/:ambassadorProgrammeId/report': (ctx, { params }) =>
    readReport(ctx, params.ambassadorProgrammeId),
  'POST /api/v1/ambassador-programmes/:ambassadorProgrammeId/nominations': (ctx, { params, body }) =>
    nominate(ctx, { ...params, ...body }),
  'POST /api/v1/ambassador-programmes/:ambassadorProgrammeId/launch': (ctx, { params }) =>
    launchProgramme(ctx, params.ambassadorProgrammeId),
  'POST /api/v1/ambassador-programmes/:ambassadorProgrammeId/meetings': (ctx, { params, body }) =>
    setMeeting(ctx, { ...params, ...body }),
  'GET /api/v1/ambassador-meetings/:meetingId/attendance': (ctx, { params }) =>
    readAttendance(ctx, params.meetingId),
  'PUT /api/v1/ambassador-meetings/:meetingId/attendance': (ctx, { params, body }) =>
    countAttendance(ctx, { ...params, ...body }),
  'PUT /api/v1/ambassador-meetings/:meetingId/recap': (ctx, { params, body }) =>
    sendRecap(ctx, { ...params, ...body }),
  'POST /api/v1/ambassador-mandates/:mandateId/steps': (ctx, { params, body }) =>
    takeStep(ctx, { ...params, ...body }),
  'PUT /api/v1/ambassador-mandates/:mandateId/induction/:key': (ctx, { params, body }) =>
    tickInduction(ctx, { ...params, ...body }),
  'PUT /api/v1/ambassador-mandates/:mandateId/buddy': (ctx, { params, body }) =>
    nameBuddy(ctx, { ...params, ...body }),
  'PUT /api/v1/ambassador-mandates/:mandateId/talk': (ctx, { params, body }) =>
    noteTalk(ctx, { ...params, ...body }),
  'PUT /api/v1/ambassador-mandates/:mandateId/thanks': (ctx, { params, body }) =>
    writeThanks(ctx, { ...params, ...body }),
  'PUT /api/v1/ambassador-mandates/:mandateId/announcement': (ctx, { params, body }) =>
    wordAnnouncement(ctx, { ...params, ...body }),
  'GET /api/v1/me/ambassador': (ctx) => readMine(ctx),
  'PATCH /api/v1/ambassador-mandates/:mandateId': (ctx, { params, body }) =>
    changePresence(ctx, { ...params, ...body }),
  'PUT /api/v1/ambassador-mandates/:mandateId/commitment': (ctx, { params, body }) =>
    askHours(ctx, { ...params, ...body }),
  'POST /api/v1/ambassador-mandates/:mandateId/absences': (ctx, { params, body }) =>
    declareAbsence(ctx, { ...params, ...body }),
  'DELETE /api/v1/ambassador-mandates/:mandateId/absences/:absenceId': (ctx, { params }) =>
    removeAbsence(ctx, params),
  'POST /api/v1/ambassador-mandates/:mandateId/idea-pass': (ctx, { params }) =>
    passTurn(ctx, params.mandateId),
  'POST /api/v1/ambassador-mandates/:mandateId/contributions': (ctx, { params, body }) =>
    declareContribution(ctx, { ...params, ...body }),
  'PATCH /api/v1/ambassador-contributions/:contributionId': (ctx, { params, body }) =>
    wordContribution(ctx, { ...params, ...body }),
  'DELETE /api/v1/ambassador-contributions/:contributionId': (ctx, { params }) =>
    removeContribution(ctx, params.contributionId),
  'POST /api/v1/ambassador-mandates/:mandateId/attestations': (ctx, { params, body }) =>
    attest(ctx, { ...params, ...body }),
  'GET /api/v1/ambassador-attestations/:attestationId/file': (ctx, { params, reply }) =>
    readAttestationFile(ctx, params.attestationId, reply),
  'PATCH /api/v1/ambassador-attestations/:attestationId': (ctx, { params, body }) =>
    noteSent(ctx, { ...params, ...body }),
  'DELETE /api/v1/ambassador-attestations/:attestationId': (ctx, { params }) =>
    removeAttestation(ctx, params.attestationId),
  'GET /api/v1/ambassadors': (ctx, { query }) => listDirectory(ctx, query),
  'GET /api/v1/members/:memberId/ambassador': (ctx, { params }) => readMemberRole(ctx, params.memberId),
  'POST /api/v1/ambassador-agreement/reading': (ctx, { body }) => readAgreement(ctx, body.token),
  'POST /api/v1/ambassador-agreement': (ctx, { body }) => answerAgreement(ctx, body),
})
