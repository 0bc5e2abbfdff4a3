import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalScreen, PersonalValues } from '#platform/privacy/registry.ts'
import { isMineSql } from './queries/nameless.ts'

/** What debates keep about a person. What carries no name, what one supports and votes is class S: one's own alone. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'debateArgument',
    'id number proposalId side text language on isEdited authors nameless isMerged sources supports askedForSource merged can',
    { class: 'P', seenBy: ['communityReaders'], purpose: 'privacy.argument' },
    'debate',
  ),
  ...fieldsOf(
    'debateArgument',
    'isMine iSupport iAskForSource iSayRepeats',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.position' },
    'debate',
  ),
  ...fieldsOf(
    'debateArgument',
    'returned',
    { class: 'P', seenBy: ['self', 'moderators'], purpose: 'privacy.returned' },
    'debate',
  ),
  ...fieldsOf(
    'debateProposal',
    'id title html bodyMd language on isEdited author isNameless for against tally outcome can',
    { class: 'P', seenBy: ['communityReaders'], purpose: 'privacy.argument' },
    'debate',
  ),
  ...fieldsOf(
    'debateProposal',
    'isMine myVote',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.position' },
    'debate',
  ),
  ...fieldsOf(
    'debateNameless',
    'author reason until',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.nameless' },
    'debate',
  ),
  ...fieldsOf(
    'debateReview',
    'side reviewer isNeutral word isCurrent',
    { class: 'V', seenBy: ['communityManagers', 'self'], purpose: 'privacy.review' },
    'debate',
  ),
  ...fieldsOf(
    'debateDecision',
    'decider due isLate outcome text because decidedOn writtenBy',
    { class: 'V', seenBy: ['communityReaders'], purpose: 'privacy.decision' },
    'debate',
  ),
  ...fieldsOf(
    'debateSynthesis',
    'version bodyMd html cites by on isPublished',
    { class: 'V', seenBy: ['communityReaders'], purpose: 'privacy.synthesis' },
    'debate',
  ),
  ...fieldsOf(
    'debateFile',
    'html bodyMd by links attachments video',
    { class: 'V', seenBy: ['communityReaders'], purpose: 'privacy.file' },
    'debate',
  ),
  ...fieldsOf(
    'debateWish',
    'id question why on by',
    { class: 'P', seenBy: ['moderators', 'self'], purpose: 'privacy.wish' },
    'debate',
  ),
  ...fieldsOf(
    'debateNameRequest',
    'id what reason askedBy on isGranted isOpen canDecide',
    { class: 'V', seenBy: ['moderators'], purpose: 'privacy.nameRequest' },
    'debate',
  ),
]

const count = (n: number): string[] => (n > 0 ? [String(n)] : [])

/** One person's values of those fields. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const own = (await ctx.tx.row<
    Record<
      | 'arguments'
      | 'proposals'
      | 'nameless'
      | 'supports'
      | 'votes'
      | 'reviews'
      | 'decisions'
      | 'wishes'
      | 'syntheses'
      | 'files'
      | 'requests',
      number
    >
  >(
    `select (select count(*)::int from debates.argument a where ${isMineSql('argument', 'a', '$1::uuid')}) as arguments,
            (select count(*)::int from debates.proposal p where ${isMineSql('proposal', 'p', '$1::uuid')}) as proposals,
            (select count(*)::int from debates.argument a where a.is_nameless and ${isMineSql('argument', 'a', '$1::uuid')})
              + (select count(*)::int from debates.proposal p where p.is_nameless and ${isMineSql('proposal', 'p', '$1::uuid')}) as nameless,
            (select count(*)::int from debates.support where member_id = $1) as supports,
            (select count(*)::int from debates.vote where member_id = $1) as votes,
            (select count(*)::int from debates.review where reviewer_id = $1) as reviews,
            (select count(*)::int from debates.decision where decider_id = $1) as decisions,
            (select count(*)::int from debates.wish where member_id = $1) as wishes,
            (select count(*)::int from debates.synthesis where by_member_id = $1) as syntheses,
            (select count(*)::int from debates.debate where file_by = $1) as files,
            (select count(*)::int from debates.name_request where asked_by = $1) as requests`,
    [memberId],
  ))!
  return {
    'debateArgument.text': count(own.arguments),
    'debateArgument.iSupport': count(own.supports),
    'debateProposal.title': count(own.proposals),
    'debateProposal.myVote': count(own.votes),
    'debateNameless.author': count(own.nameless),
    'debateReview.side': count(own.reviews),
    'debateDecision.decider': count(own.decisions),
    'debateWish.question': count(own.wishes),
    'debateSynthesis.by': count(own.syntheses),
    'debateFile.by': count(own.files),
    'debateNameRequest.reason': count(own.requests),
  }
}

/** Screens that name people to those who hold a role here. */
export const personalScreens: readonly PersonalScreen[] = [
  {
    screen: 'debates',
    purpose: 'runDebates',
    seenBy: ['communityManagers', 'moderators'],
    fields: ['name', 'text'],
  },
  {
    screen: 'debateName',
    purpose: 'openName',
    seenBy: ['communityManagers', 'moderators'],
    fields: ['name'],
  },
]
