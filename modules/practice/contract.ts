import { Type as T } from 'typebox'
import { CommunityRef } from '#modules/communities/contract.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Id, Instant, Nullable, Page, PageQuery } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'
import {
  CircleCard,
  CircleEntry,
  HandoverSheet,
  Leave,
  PortfolioItem,
  PracticeSheet,
  SheetShare,
  TemplateCard,
  TemplateCopy,
} from './shapes.ts'
import { entryKinds, handoverParts, maximumSeats, templateKinds } from './words.ts'

export type {
  CircleCard,
  CircleEntry,
  HandoverSheet,
  Leave,
  PortfolioItem,
  PracticeSheet,
  TemplateCard,
  TemplateCopy,
} from './shapes.ts'
export { entryKinds, handoverParts, templateKinds } from './words.ts'
export type { EntryKind, HandoverPart, TemplateKind } from './words.ts'

export const refusals = declareRefusals({
  leaveNotFound: 404,
  circleNotFound: 404,
  entryNotFound: 404,
  templateNotFound: 404,
  copyNotFound: 404,
  sheetNotFound: 404,
  noteNotFound: 404,
  /** A week of its own begins on a Monday and is not to come. */
  weekUnusable: 400,
  leaveInPast: 400,
  leaveOverlaps: 409,
  /** Whoever stands in keeps the workbench of the community: another manager. */
  standInNotManager: 409,
  standInAway: 409,
  alreadyAnswered: 409,
  nobodyToGiveTo: 409,
  readerUnsuitable: 409,
  circleFull: 409,
  /** A difficulty is told without names; `data.names` are those that were found. */
  namesInText: 409,
  meetingInPast: 400,
  textMissing: 400,
})

const strict = { additionalProperties: false }
const community = T.Object({
  community: T.String({ minLength: 1, maxLength: 100, description: 'Identifier or slug' }),
})
const managed = { kind: 'community', needs: 'manage' } as const
const self = { kind: 'self' } as const
const signedIn = { kind: 'signedIn' } as const
const ofLeave = T.Object({ leaveId: Id })
const ofCircle = T.Object({ circleId: Id })
const ofTemplate = T.Object({ templateId: Id })
const words = (maximum: number) => T.String({ minLength: 1, maxLength: maximum })
const maybe = (maximum: number) => T.Optional(Nullable(T.String({ maxLength: maximum })))

export const contract = {
  'GET /api/v1/communities/:community/my-practice': defineRoute({
    summary: 'My own sheet on a community that I manage; nobody else reads it unless I share it',
    access: managed,
    params: community,
    response: T.Object({
      sheet: PracticeSheet,
      shares: T.Array(SheetShare),
      /** With whom it may be shared: the sponsors and the other managers. */
      readers: T.Array(MemberCard),
    }),
  }),
  'PUT /api/v1/communities/:community/my-practice/budget': defineRoute({
    summary: 'Say how much time a week I have for it; null: nobody said',
    access: managed,
    params: community,
    body: T.Object({ minutes: Nullable(T.Integer({ minimum: 15, maximum: 3000 })) }, strict),
  }),
  'PUT /api/v1/communities/:community/my-practice/weeks/:week': defineRoute({
    summary: 'Declare the time that a week took; null takes it back',
    access: managed,
    params: T.Object({ ...community.properties, week: Day }),
    body: T.Object({ minutes: Nullable(T.Integer({ minimum: 0, maximum: 6000 })), note: maybe(300) }, strict),
    refusals: ['weekUnusable'],
  }),
  'POST /api/v1/communities/:community/my-practice/held-back': defineRoute({
    summary: 'Note what I held back from, for myself',
    access: managed,
    params: community,
    body: T.Object({ text: words(500) }, strict),
    refusals: ['textMissing'],
  }),
  'DELETE /api/v1/me/practice/held-back/:noteId': defineRoute({
    summary: 'Take one of my notes away',
    access: self,
    params: T.Object({ noteId: Id }),
    refusals: ['noteNotFound'],
  }),
  'PUT /api/v1/communities/:community/my-practice/shares/:memberId': defineRoute({
    summary: 'Share my sheet with a sponsor or another manager, until I take it back',
    access: managed,
    params: T.Object({ ...community.properties, memberId: Id }),
    refusals: ['readerUnsuitable'],
  }),
  'DELETE /api/v1/communities/:community/my-practice/shares/:memberId': defineRoute({
    summary: 'Share my sheet no longer',
    access: managed,
    params: T.Object({ ...community.properties, memberId: Id }),
  }),
  'DELETE /api/v1/communities/:community/my-practice': defineRoute({
    summary: 'Erase all that I wrote on my sheet',
    access: managed,
    params: community,
  }),
  'GET /api/v1/me/practice/shared': defineRoute({
    summary: 'Sheets that managers share with me',
    access: self,
    response: T.Object({
      items: T.Array(T.Object({ writer: MemberCard, community: CommunityRef, sheet: PracticeSheet })),
    }),
  }),
  'GET /api/v1/communities/:community/leaves': defineRoute({
    summary: 'Leaves of the managers, now and to come, and who may stand in',
    access: managed,
    params: community,
    response: T.Object({ items: T.Array(Leave), managers: T.Array(MemberCard) }),
  }),
  'POST /api/v1/communities/:community/leaves': defineRoute({
    summary: 'Say that I am away, and ask another manager to stand in',
    access: managed,
    params: community,
    body: T.Object({ from: Day, to: Day, standInId: T.Optional(Nullable(Id)) }, strict),
    response: Leave,
    refusals: ['leaveInPast', 'leaveOverlaps', 'standInNotManager', 'standInAway'],
  }),
  'PUT /api/v1/me/leaves/:leaveId/stand-in': defineRoute({
    summary: 'Ask somebody else to stand in',
    access: self,
    params: ofLeave,
    body: T.Object({ memberId: Id }, strict),
    response: Leave,
    refusals: ['leaveNotFound', 'standInNotManager', 'standInAway'],
  }),
  'POST /api/v1/me/leaves/:leaveId/answer': defineRoute({
    summary: 'Agree to stand in, or not',
    access: self,
    params: ofLeave,
    body: T.Object({ accepted: T.Boolean() }, strict),
    refusals: ['leaveNotFound', 'alreadyAnswered'],
  }),
  'POST /api/v1/me/leaves/:leaveId/return': defineRoute({
    summary: 'I am back (before the last day), or I am not leaving after all',
    access: self,
    params: ofLeave,
    refusals: ['leaveNotFound'],
  }),
  'GET /api/v1/me/leaves/:leaveId/handover': defineRoute({
    summary: 'The handover sheet: drafted from what is open, as edited, or as it was given to me',
    access: self,
    params: ofLeave,
    response: HandoverSheet,
    refusals: ['leaveNotFound', 'sheetNotFound'],
  }),
  'PUT /api/v1/me/leaves/:leaveId/handover': defineRoute({
    summary: 'Edit the handover sheet; `give` hands it to whoever stands in',
    access: self,
    params: ofLeave,
    body: T.Object(
      {
        word: maybe(4000),
        parts: T.Array(
          T.Object(
            {
              key: T.Enum([...handoverParts]),
              lines: T.Array(T.String({ maxLength: 500 }), { maxItems: 60 }),
            },
            strict,
          ),
          { maxItems: handoverParts.length },
        ),
        give: T.Boolean(),
      },
      strict,
    ),
    response: HandoverSheet,
    refusals: ['leaveNotFound', 'nobodyToGiveTo'],
  }),
  'PUT /api/v1/me/leaves/:leaveId/handover/return-word': defineRoute({
    summary: 'As the one who stood in: what happened meanwhile',
    access: self,
    params: ofLeave,
    body: T.Object({ word: words(4000) }, strict),
    refusals: ['leaveNotFound', 'sheetNotFound', 'textMissing'],
  }),
  'GET /api/v1/me/practice/stand-ins': defineRoute({
    summary: 'Leaves for which I am asked to stand in, and those of my own',
    access: self,
    response: T.Object({ asked: T.Array(Leave), mine: T.Array(Leave) }),
  }),
  'GET /api/v1/managers/portfolio': defineRoute({
    summary: 'The communities that I manage, by what is due; never a ranking',
    access: signedIn,
    response: T.Object({ items: T.Array(PortfolioItem) }),
  }),
  'GET /api/v1/managers/circles': defineRoute({
    summary: 'Circles of managers: mine, and those with a free seat',
    access: signedIn,
    response: T.Object({ items: T.Array(CircleCard) }),
  }),
  'POST /api/v1/managers/circles': defineRoute({
    summary: 'Begin a circle',
    access: signedIn,
    body: T.Object(
      {
        name: words(80),
        purpose: maybe(500),
        seats: T.Optional(T.Integer({ minimum: 3, maximum: maximumSeats })),
      },
      strict,
    ),
    response: CircleCard,
    refusals: ['textMissing'],
  }),
  'GET /api/v1/managers/circles/:circleId': defineRoute({
    summary: 'A circle that I am in: its entries, newest first, and its meetings',
    access: signedIn,
    params: ofCircle,
    query: T.Object(PageQuery),
    response: T.Object({
      circle: CircleCard,
      meetings: T.Array(T.Object({ id: Id, startsAt: Instant, place: T.String() })),
      ...Page(CircleEntry).properties,
    }),
    refusals: ['circleNotFound'],
  }),
  'PUT /api/v1/managers/circles/:circleId/membership': defineRoute({
    summary: 'Take a seat in a circle',
    access: signedIn,
    params: ofCircle,
    refusals: ['circleNotFound', 'circleFull'],
  }),
  'DELETE /api/v1/managers/circles/:circleId/membership': defineRoute({
    summary: 'Leave a circle; the last one closes it',
    access: signedIn,
    params: ofCircle,
    refusals: ['circleNotFound'],
  }),
  'POST /api/v1/managers/circles/:circleId/entries': defineRoute({
    summary: 'Share a difficulty without names, or a note of practice',
    access: signedIn,
    params: ofCircle,
    body: T.Object({ kind: T.Enum([...entryKinds]), text: words(4000) }, strict),
    response: CircleEntry,
    refusals: ['circleNotFound', 'namesInText', 'textMissing'],
  }),
  'POST /api/v1/managers/entries/:entryId/replies': defineRoute({
    summary: 'Answer within the circle',
    access: signedIn,
    params: T.Object({ entryId: Id }),
    body: T.Object({ text: words(4000) }, strict),
    refusals: ['entryNotFound', 'namesInText', 'textMissing'],
  }),
  'DELETE /api/v1/managers/entries/:entryId': defineRoute({
    summary: 'Take my entry away, with its answers',
    access: signedIn,
    params: T.Object({ entryId: Id }),
    refusals: ['entryNotFound'],
  }),
  'POST /api/v1/managers/circles/:circleId/meetings': defineRoute({
    summary: 'Say when and where the circle meets',
    access: signedIn,
    params: ofCircle,
    body: T.Object({ startsAt: Instant, place: words(300) }, strict),
    refusals: ['circleNotFound', 'meetingInPast', 'textMissing'],
  }),
  'GET /api/v1/managers/templates': defineRoute({
    summary: 'Templates that managers of the company share, newest first',
    access: signedIn,
    query: T.Object({ ...PageQuery, kind: T.Optional(T.Enum([...templateKinds])) }),
    response: Page(TemplateCard),
  }),
  'POST /api/v1/managers/templates': defineRoute({
    summary: 'Publish a template to the managers of the company',
    access: signedIn,
    body: T.Object(
      {
        kind: T.Enum([...templateKinds]),
        title: words(120),
        body: words(8000),
        language: T.Enum(['fr', 'en']),
        /** A copy of mine that it grew from. */
        copyId: T.Optional(Id),
      },
      strict,
    ),
    response: TemplateCard,
    refusals: ['textMissing', 'copyNotFound'],
  }),
  'PUT /api/v1/managers/templates/:templateId': defineRoute({
    summary: 'Publish a new version of my template; the earlier ones stay',
    access: signedIn,
    params: ofTemplate,
    body: T.Object({ title: words(120), body: words(8000), whatChanged: maybe(300) }, strict),
    response: TemplateCard,
    refusals: ['templateNotFound', 'textMissing'],
  }),
  'GET /api/v1/managers/templates/:templateId/versions': defineRoute({
    summary: 'Versions of a template, newest first',
    access: signedIn,
    params: ofTemplate,
    response: T.Object({
      items: T.Array(
        T.Object({
          version: T.Integer(),
          title: T.String(),
          body: T.String(),
          whatChanged: Nullable(T.String()),
          at: Instant,
        }),
      ),
    }),
    refusals: ['templateNotFound'],
  }),
  'DELETE /api/v1/managers/templates/:templateId': defineRoute({
    summary: 'Withdraw my template; copies stay where they are',
    access: signedIn,
    params: ofTemplate,
    refusals: ['templateNotFound'],
  }),
  'POST /api/v1/managers/templates/:templateId/copies': defineRoute({
    summary: 'Copy a template for a community of mine, with its credit; a format comes into its calendar',
    access: signedIn,
    params: ofTemplate,
    body: T.Object({ community: T.String({ minLength: 1, maxLength: 100 }) }, strict),
    response: TemplateCopy,
    refusals: ['templateNotFound'],
  }),
  'GET /api/v1/communities/:community/template-copies': defineRoute({
    summary: 'Copies of templates that a community keeps',
    access: managed,
    params: community,
    response: T.Object({ items: T.Array(TemplateCopy) }),
  }),
  'PUT /api/v1/communities/:community/template-copies/:copyId': defineRoute({
    summary: 'Adapt a copy',
    access: managed,
    params: T.Object({ ...community.properties, copyId: Id }),
    body: T.Object({ title: words(120), body: words(8000) }, strict),
    response: TemplateCopy,
    refusals: ['copyNotFound', 'textMissing'],
  }),
} as const
