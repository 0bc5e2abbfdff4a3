import { getCommunityFor } from '#modules/communities/public.ts'
import { listRegistered, listScreens, wordsOfModule } from '#modules/people/public.ts'
import type { ReadingNotice, RegisterField, RegisterScreen } from '#modules/privacy/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import type { InterfaceLanguage } from '#platform/shared/i18n.ts'
import { listNotices } from '../queries/readings.ts'

export interface Register {
  fields: RegisterField[]
  screens: RegisterScreen[]
}

/** The registry in words, as one table: what guards the answers is what is printed. No value of anybody. */
export async function readRegister(language: InterfaceLanguage): Promise<Register> {
  const fields: RegisterField[] = []
  for (const module of listRegistered()) {
    const say = await wordsOfModule(module.name, language)
    for (const field of module.fields)
      fields.push({
        module: module.name,
        entity: field.entity,
        field: field.field,
        label: say(`personalField.${field.entity}.${field.field}`) ?? say(field.purpose) ?? field.field,
        class: field.class,
        seenBy: [...field.seenBy],
        purpose: say(field.purpose) ?? field.purpose,
        retention: say(field.retention) ?? field.retention,
      })
  }
  const say = await wordsOfModule('people', language)
  const screens = listScreens().map(({ screen, purpose, seenBy, fields: shown }) => ({
    screen,
    label: say(`access.screen.${screen}`) ?? screen,
    purpose: say(`access.purpose.${purpose}`) ?? purpose,
    seenBy: [...seenBy],
    fields: [...shown],
  }))
  return { fields, screens }
}

const offices = ['communityManagers', 'moderators', 'administrators']

/** What those who hold an office can see of a community's members, and who read it exceptionally. */
export async function readWhatOfficesSee(
  ctx: MemberContext,
  input: { community: string; language: InterfaceLanguage },
): Promise<Register & { readings: ReadingNotice[] }> {
  const community = await getCommunityFor(ctx, input.community, 'read')
  const { fields, screens } = await readRegister(input.language)
  return {
    fields: fields.filter(({ seenBy }) => seenBy.some((who) => offices.includes(who))),
    screens,
    readings: await listNotices(ctx.tx, ctx.now, community.id, community.can.manage),
  }
}
