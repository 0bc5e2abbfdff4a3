import type { Block, ReportFile } from './pdf/document.ts'

/** Words that people wrote stay words: no heading, link, list or HTML can begin inside them. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/([\\`*_[\]<>#|~])/g, '\\$1')
    .replace(/&/g, '&amp;')
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s)/gm, '$1\\$2')
    .replace(/^(\s*)(=+|-{3,})(?=\s*$)/gm, '$1\\$2')

const line = (text: string): string => escapeMarkdown(text.replace(/\s*\n\s*/g, ' '))
const cell = (text: string): string => line(text)
const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, columns.map(() => '---'), ...rows]
    .map((row, index) => `| ${row.map((one) => (index === 1 ? one : cell(one))).join(' | ')} |`)
    .join('\n')

function write(block: Block, language: 'fr' | 'en'): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${line(block.text)}`
    case 'words': {
      const text = escapeMarkdown(block.text).replace(/\n/g, '  \n')
      return block.look === 'strong' ? `**${line(block.text)}**` : text
    }
    case 'list':
      return block.items.map((item) => `- ${line(item)}`).join('\n')
    case 'quote':
      return `> ${line(block.text)}\n>\n> — ${line(block.by)}`
    case 'table':
      return table(block.columns, block.rows)
    case 'chart': {
      const { chart } = block
      const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 })
      return [
        `**${line(chart.title)}** (${line(chart.basis)})`,
        table(
          [chart.columns.label, chart.columns.value, chart.columns.n],
          chart.points.map(({ label, value, n }) => [
            label,
            value === null ? '–' : number.format(value),
            n === null ? '–' : number.format(n),
          ]),
        ),
        ...chart.notes.map(({ date, text }, index) => `${index + 1}. ${line(`${date}\u00a0: ${text}`)}`),
      ].join('\n\n')
    }
    case 'radar':
      return [
        `**${line(block.title)}**`,
        table(
          block.columns,
          block.axes.map(({ label, level }) => [label, String(level)]),
        ),
      ].join('\n\n')
  }
}

/** The report as Markdown: the same words and figures as its page and its PDF. */
export const markdownOf = (file: ReportFile): string =>
  `${[
    `# ${line(file.title)}`,
    ...file.lead.map((one, index) => (index === 0 ? `**${line(one)}**` : line(one))),
    ...file.page.map((block) => write(block, file.language)),
    `## ${line(file.annexTitle)}`,
    ...file.annex.map((block) => write(block, file.language)),
  ].join('\n\n')}\n`
