import type { SameShape } from '#platform/shared/i18n.ts'

export const fr = {
  mention: '{n, plural, one {{who} vous a mentionné} other {# mentions de vous, par {who}}}',
  answer:
    '{n, plural, one {{who} a répondu à votre question} other {# réponses à votre question, par {who}}}',
  replyToPost:
    '{n, plural, one {{who} a commenté votre publication} other {# commentaires sur votre publication, par {who}}}',
  replyToComment:
    '{n, plural, one {{who} a répondu à votre commentaire} other {# réponses à vos commentaires, par {who}}}',
  following:
    '{n, plural, one {{who} a écrit dans une conversation que vous suivez} other {# messages dans une conversation que vous suivez, par {who}}}',
  accepted: '{who} a retenu votre réponse',
  news: '{kind, select, question {{who} a posé une question} idea {{who} propose une idée} praise {{who} a adressé des félicitations} story {{who} a publié un témoignage} practice {{who} partage une bonne pratique} other {{who} a publié}}',
} as const

export const en = {
  mention: '{n, plural, one {{who} mentioned you} other {# mentions of you, by {who}}}',
  answer: '{n, plural, one {{who} answered your question} other {# answers to your question, by {who}}}',
  replyToPost: '{n, plural, one {{who} commented on your post} other {# comments on your post, by {who}}}',
  replyToComment:
    '{n, plural, one {{who} replied to your comment} other {# replies to your comments, by {who}}}',
  following:
    '{n, plural, one {{who} wrote in a conversation you follow} other {# messages in a conversation you follow, by {who}}}',
  accepted: '{who} accepted your answer',
  news: '{kind, select, question {{who} asked a question} idea {{who} has an idea} praise {{who} praised somebody} story {{who} told a story} practice {{who} shares a practice} other {{who} posted}}',
} as const satisfies SameShape<typeof fr>
