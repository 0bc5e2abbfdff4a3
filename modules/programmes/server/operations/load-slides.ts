import type { FastifyReply } from 'fastify'
import { contentDisposition } from '#modules/discussions/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { getProgrammeFor } from '../access.ts'
import type { SlidesFile } from '../pdf/document.ts'
import { makePdf } from '../pdf/make-pdf.ts'
import { readKit } from './keep-kit.ts'

const words = {
  fr: {
    lead: 'Trame de présentation, avec les notes de qui parle',
    slide: 'Diapositive',
    notes: 'Notes',
    page: 'page',
  },
  en: {
    lead: 'Outline of slides, with notes for whoever speaks',
    slide: 'Slide',
    notes: 'Notes',
    page: 'page',
  },
} as const

const escaped = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/gu, '\\$&')

function markdownOf(file: SlidesFile): string {
  const parts = file.slides.map(
    ({ title, notes }, index) =>
      `## ${index + 1}. ${escaped(title)}\n\n${notes.split(/\n+/u).map(escaped).join('\n\n')}`,
  )
  return `# ${escaped(file.title)}\n\n${file.lead}\n\n${parts.join('\n\n---\n\n')}\n`
}

/** The outline as a file, in one language (in the other where a slide has no words in it). Refusals: `pdfFailed`, `unavailable`. */
export async function loadSlides(
  ctx: MemberContext,
  input: { programmeId: string; format: 'md' | 'pdf'; language: 'fr' | 'en' },
  reply: FastifyReply,
): Promise<unknown> {
  const { language } = input
  const programme = await getProgrammeFor(ctx, input.programmeId, 'read')
  const { content } = await readKit(ctx, { programmeId: programme.id })
  const t = words[language]
  const file: SlidesFile = {
    language,
    title: pickText(programme.name, language),
    lead: t.lead,
    slides: content.slides.map(({ title, notes }) => ({
      title: pickText(title, language),
      notes: pickText(notes, language),
    })),
    words: { slide: t.slide, notes: t.notes, page: t.page },
    at: ctx.now.toISOString(),
  }
  const isPdf = input.format === 'pdf'
  const bytes = isPdf ? await makePdf(file) : Buffer.from(markdownOf(file))
  return reply
    .header('content-type', isPdf ? 'application/pdf' : 'text/markdown; charset=utf-8')
    .header('content-disposition', contentDisposition('attachment', `slides-${language}.${input.format}`))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(bytes)
}
