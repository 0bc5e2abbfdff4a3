import {
  memberDeactivated,
  memberErased,
  memberProfileChanged,
  memberReactivated,
} from '#modules/people/events.ts'
import { listen } from '#platform/events/events.ts'
import { updateCardsOfAuthor } from './queries/cards.ts'

/** Cards carry the author as they were when rendered; they follow when the person changes. */
export const listeners = [
  listen(memberProfileChanged, {
    name: 'discussions.refreshCardsOfChangedAuthor',
    run: (ctx, event) => updateCardsOfAuthor(ctx.tx, event.payload.memberId),
  }),
  listen(memberDeactivated, {
    name: 'discussions.refreshCardsOfDeactivatedAuthor',
    run: (ctx, event) => updateCardsOfAuthor(ctx.tx, event.payload.memberId),
  }),
  listen(memberErased, {
    name: 'discussions.refreshCardsOfErasedAuthor',
    run: (ctx, event) => updateCardsOfAuthor(ctx.tx, event.payload.memberId),
  }),
  listen(memberReactivated, {
    name: 'discussions.refreshCardsOfReactivatedAuthor',
    run: (ctx, event) => updateCardsOfAuthor(ctx.tx, event.payload.memberId),
  }),
]
