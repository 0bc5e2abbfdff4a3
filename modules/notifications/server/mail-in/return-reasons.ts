/** Why a mail goes back, as far as it may be said. */
export const returnReasons = [
  'archived',
  'banned',
  'joinFirst',
  'charterToAccept',
  'postClosed',
  'postDeleted',
  'emptyText',
  'quotaExceeded',
  'imageUnreadable',
  'imageTooLarge',
  'fileEmpty',
  // No longer theirs to see, or no longer there: the same.
  'gone',
  'other',
] as const
export type ReturnReason = (typeof returnReasons)[number]
