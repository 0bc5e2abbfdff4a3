import type { PersonalField, PersonalScreen } from '#platform/privacy/registry.ts'

const field = (
  entity: string,
  names: string,
  kind: Pick<PersonalField, 'class' | 'seenBy' | 'purpose'>,
  retention = 'retention.membership',
): PersonalField[] => names.split(' ').map((name) => ({ entity, field: name, ...kind, retention }))

/** What communities show about a person, and to whom. */
export const personalFields: readonly PersonalField[] = [
  ...field('membership', 'member roles joinedAt', {
    class: 'P',
    seenBy: ['communityReaders'],
    purpose: 'privacy.membership',
  }),
  ...field('communityRole', 'member role', {
    class: 'V',
    seenBy: ['communityReaders'],
    purpose: 'privacy.role',
  }),
  ...field(
    'joinRequest',
    'member message askedAt',
    { class: 'P', seenBy: ['communityManagers'], purpose: 'privacy.joinRequest' },
    'retention.request',
  ),
  ...field(
    'communityInvitation',
    'member invitedBy invitedAt',
    { class: 'P', seenBy: ['communityManagers', 'self'], purpose: 'privacy.invitation' },
    'retention.request',
  ),
  ...field(
    'communityBan',
    'member reason bannedBy bannedAt',
    { class: 'P', seenBy: ['communityManagers', 'self'], purpose: 'privacy.ban' },
    'retention.ban',
  ),
  ...field(
    'communityStanding',
    'isMember joinedAt roles unread hasAsked invitedBy refusal ban charterToAccept',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.standing' },
  ),
  // Kept without being shown on any object: the person reads them on "What is seen about me".
  ...field('charterAcceptance', 'version', { class: 'S', seenBy: ['self'], purpose: 'privacy.charter' }),
]

/** Screens that name people to those who hold a role here. */
export const personalScreens: readonly PersonalScreen[] = [
  {
    screen: 'joinRequests',
    purpose: 'answerRequests',
    seenBy: ['communityManagers'],
    fields: ['name', 'message'],
  },
  { screen: 'invitations', purpose: 'followInvitations', seenBy: ['communityManagers'], fields: ['name'] },
  { screen: 'bans', purpose: 'reviewBans', seenBy: ['communityManagers'], fields: ['name', 'reason'] },
]
