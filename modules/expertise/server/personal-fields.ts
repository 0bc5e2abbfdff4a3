import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalScreen, PersonalValues, SeenBy } from '#platform/privacy/registry.ts'
import { findOwnTraces } from './queries/own.ts'

const everyone: readonly SeenBy[] = ['everyone']
const self: readonly SeenBy[] = ['self']

/** What is known about what somebody knows. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'expertise',
    'declared skills',
    { class: 'D', seenBy: everyone, purpose: 'privacy.find' },
    'account',
  ),
  ...fieldsOf(
    'expertise',
    'demonstrated',
    { class: 'P', seenBy: ['communityReaders'], purpose: 'privacy.find' },
    'text',
  ),
  ...fieldsOf(
    'expertise',
    'projects interests',
    { class: 'D', seenBy: everyone, purpose: 'privacy.meet' },
    'untilRemoved',
  ),
  ...fieldsOf(
    'expertise',
    'absence',
    { class: 'D', seenBy: everyone, purpose: 'privacy.absence' },
    'absence',
  ),
  ...fieldsOf('expertise', 'can', { class: 'S', seenBy: self, purpose: 'privacy.form' }, 'notKept'),
  ...fieldsOf(
    'expertise',
    'namedExpertOf',
    { class: 'V', seenBy: ['communityManagers', 'self'], purpose: 'privacy.named' },
    'untilRemoved',
  ),
  ...fieldsOf(
    'expertise',
    'mayBeAsked mayBeIntroduced',
    { class: 'S', seenBy: self, purpose: 'privacy.optOut' },
    'untilRemoved',
  ),
  ...fieldsOf(
    'confirmation',
    'id by occasion at',
    { class: 'D', seenBy: everyone, purpose: 'privacy.confirmation' },
    'confirmation',
  ),
  ...fieldsOf(
    'confirmation',
    'isHidden isMine',
    { class: 'S', seenBy: self, purpose: 'privacy.form' },
    'confirmation',
  ),
  ...fieldsOf(
    'demonstrated',
    'subject answers pages',
    { class: 'P', seenBy: ['communityReaders'], purpose: 'privacy.find' },
    'text',
  ),
  ...fieldsOf(
    'project',
    'name role fromYear toYear',
    { class: 'D', seenBy: everyone, purpose: 'privacy.meet' },
    'untilRemoved',
  ),
  ...fieldsOf('absence', 'from to', { class: 'D', seenBy: everyone, purpose: 'privacy.absence' }, 'absence'),
  ...fieldsOf(
    'proposal',
    'member reason subject isConfirmed askedThisWeek at awayUntil',
    { class: 'P', seenBy: ['communityMembers', 'communityManagers'], purpose: 'privacy.proposal' },
    'ask',
  ),
  ...fieldsOf('proposal', 'declined', { class: 'S', seenBy: self, purpose: 'privacy.declined' }, 'ask'),
  ...fieldsOf(
    'introduction',
    'member reasons',
    { class: 'D', seenBy: everyone, purpose: 'privacy.meet' },
    'notKept',
  ),
  ...fieldsOf(
    'introduction',
    'declined',
    { class: 'S', seenBy: self, purpose: 'privacy.notThisOne' },
    'untilRemoved',
  ),
]

/** One person's values of those fields. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const own = await findOwnTraces(ctx.tx, memberId)
  return {
    'expertise.declared': own.skills,
    'expertise.skills': own.skills,
    'expertise.demonstrated': own.demonstrated,
    'demonstrated.subject': own.demonstrated,
    'expertise.projects': own.projects,
    'project.name': own.projects,
    'expertise.interests': own.interests,
    'expertise.absence': own.absence,
    'expertise.namedExpertOf': own.named,
    'expertise.mayBeAsked': own.optOuts.includes('questions') ? ['–'] : [],
    'expertise.mayBeIntroduced': own.optOuts.includes('introductions') ? ['–'] : [],
    'confirmation.by': own.confirmedBy,
    'confirmation.occasion': [...own.confirmations, ...own.given],
    'proposal.member': own.asks,
    'proposal.declined': own.declined > 0 ? [String(own.declined)] : [],
    'introduction.declined': own.notIntroduced,
  }
}

/** Screens that name people to those who hold a role here. */
export const personalScreens: readonly PersonalScreen[] = [
  { screen: 'experts', purpose: 'findExperts', seenBy: ['communityManagers'], fields: ['name', 'subjects'] },
]
