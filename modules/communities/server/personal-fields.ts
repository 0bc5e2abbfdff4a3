import type { PersonalField } from '#platform/privacy/registry.ts'

const field = (
  entity: string,
  names: string,
  kind: Pick<PersonalField, 'class' | 'seenBy' | 'purpose'>,
  retention = 'communities.retention.membership',
): PersonalField[] => names.split(' ').map((name) => ({ entity, field: name, ...kind, retention }))

/** What communities show about a person, and to whom. */
export const personalFields: readonly PersonalField[] = [
  ...field('member', 'id displayName photoUrl jobTitle entityName kind isFormer', { class: 'D', seenBy: ['everyone'], purpose: 'communities.privacy.membership' }),
  ...field('membership', 'member roles joinedAt', { class: 'P', seenBy: ['communityReaders'], purpose: 'communities.privacy.membership' }),
  ...field('communityRole', 'member role', { class: 'V', seenBy: ['communityReaders'], purpose: 'communities.privacy.role' }),
  ...field('joinRequest', 'member message askedAt', { class: 'P', seenBy: ['communityManagers'], purpose: 'communities.privacy.joinRequest' }, 'communities.retention.request'),
  ...field(
    'communityInvitation', 'member invitedBy invitedAt',
    { class: 'P', seenBy: ['communityManagers', 'self'], purpose: 'communities.privacy.invitation' },
    'communities.retention.request',
  ),
  ...field(
    'communityBan', 'member reason bannedBy bannedAt',
    { class: 'P', seenBy: ['communityManagers', 'self'], purpose: 'communities.privacy.ban' },
    'communities.retention.ban',
  ),
  ...field(
    'communityStanding', 'isMember joinedAt roles unread hasAsked invitedBy refusal ban charterToAccept',
    { class: 'S', seenBy: ['self'], purpose: 'communities.privacy.standing' },
  ),
]
