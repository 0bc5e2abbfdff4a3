import type { MemberContext } from '#platform/context.ts'
import type { InterfaceLanguage } from '#platform/shared/i18n.ts'
import { en, fr } from '#modules/privacy/messages/sheets.ts'
import { countOrganisation } from '../queries/places.ts'
import { countReadings } from '../queries/readings.ts'
import type { TextFile } from '../send-text.ts'
import { readRegister } from './read-register.ts'

const words = { fr, en }
const cell = (text: string): string => text.replaceAll(/[\n\r\t ]+/g, ' ').replaceAll('|', '\\|')
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(columns), row(columns.map(() => '---')), ...rows.map(row)].join('\n')
const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n')
const filled = (text: string, values: Record<string, string | number>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
const section = (title: string, ...parts: readonly string[]): string => [`## ${title}`, ...parts].join('\n\n')

/** What both sheets say, drawn from the registry at this moment; three statements. */
async function writeParts(ctx: MemberContext, language: InterfaceLanguage) {
  const t = words[language]
  const { fields, screens } = await readRegister(language)
  const organisation = await countOrganisation(ctx.tx)
  const readings = await countReadings(ctx.tx)
  const who = (seenBy: readonly string[]): string =>
    new Intl.ListFormat(language).format(seenBy.map((one) => t.by[one as keyof typeof t.by] ?? one))
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(ctx.now)
  // One line for what is the same in all but its place: the register repeats a name in every answer that carries it.
  const lines = new Map<string, string[]>()
  for (const field of fields) {
    const line = [field.label, who(field.seenBy), field.purpose, field.retention, field.class]
    lines.set(line.join('\n'), line)
  }
  return {
    t,
    head: (title: string) =>
      [
        `# ${title}`,
        filled(t.made, { day }),
        filled(t.scope, { ...organisation, organisation: organisation.name }),
      ].join('\n\n'),
    purpose: section(t.purposeTitle, t.purpose),
    fields: section(t.fieldsTitle, table(t.fieldColumns, [...lines.values()]), t.classes),
    screens: section(
      t.screensTitle,
      t.screens,
      table(
        t.screenColumns,
        screens.map((screen) => [screen.label, who(screen.seenBy), screen.purpose, screen.fields.join(', ')]),
      ),
    ),
    never: section(t.neverTitle, list(t.never)),
    figures: section(t.figuresTitle, t.figures),
    reading: section(
      t.readingTitle,
      t.reading,
      t.readingCounts,
      list(readings.length === 0 ? [t.noReading] : readings.map((year) => filled(t.readingYear, year))),
    ),
    rights: section(t.rightsTitle, list(t.rights)),
  }
}

/** The sheet for the works council: what is known, who sees it, what never is. For every employee to read. */
export async function writeSheet(ctx: MemberContext, language: InterfaceLanguage): Promise<TextFile> {
  const { t, head, ...parts } = await writeParts(ctx, language)
  const text = [
    head(t.sheet),
    parts.purpose,
    parts.fields,
    parts.screens,
    parts.never,
    parts.figures,
    parts.reading,
    parts.rights,
    section(t.completeTitle, list(t.completeSheet)),
  ].join('\n\n')
  return { fileName: `preau-${language === 'fr' ? 'fiche-cse' : 'works-council'}.md`, text: `${text}\n` }
}

/** The ground of an impact assessment: what the product knows of itself; the organisation judges and completes. */
export async function writeAssessment(ctx: MemberContext, language: InterfaceLanguage): Promise<TextFile> {
  const { t, head, ...parts } = await writeParts(ctx, language)
  const text = [
    head(t.assessment),
    parts.purpose,
    parts.fields,
    parts.screens,
    parts.figures,
    parts.reading,
    parts.never,
    parts.rights,
    section(t.risksTitle, table(t.riskColumns, t.risks)),
    section(t.completeTitle, list(t.completeAssessment)),
  ].join('\n\n')
  return {
    fileName: `preau-${language === 'fr' ? 'analyse-impact' : 'impact-assessment'}.md`,
    text: `${text}\n`,
  }
}
