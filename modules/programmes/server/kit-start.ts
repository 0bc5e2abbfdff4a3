import type { KitContent } from '#modules/programmes/contract.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { pickText } from '#platform/shared/local-text.ts'

const between = (fr: string, en: string): LocalText => ({ fr, en })

/**
 * Texts to start from, filled with what the programme says of itself. What is not written yet stands between square
 * brackets, so that nobody sends it by mistake.
 */
export function kitToStartFrom(
  programme: { name: LocalText; vision: string | null; whyNow: string | null },
  today: string,
): KitContent {
  const fr = pickText(programme.name, 'fr')
  const en = pickText(programme.name, 'en')
  const why = [
    programme.whyNow ?? '[pourquoi maintenant, en une phrase]',
    programme.whyNow ?? '[why now, in one sentence]',
  ] as const
  const vision = [
    programme.vision ?? '[ce que chacun verra changer]',
    programme.vision ?? '[what everybody will see change]',
  ] as const
  const slide = (id: string, titleFr: string, titleEn: string, notesFr: string, notesEn: string) => ({
    id,
    title: between(titleFr, titleEn),
    notes: between(notesFr, notesEn),
  })
  return {
    messages: [
      {
        id: 'everybody',
        audience: '',
        short: between(
          `${fr}\u00a0: ${why[0]} Ce qui change pour vous, quand, et où poser vos questions\u00a0: [lien].`,
          `${en}: ${why[1]} What changes for you, when, and where to ask: [link].`,
        ),
        long: between(
          `Bonjour,\n\n${why[0]}\n\nC’est pourquoi nous commençons «\u202f${fr}\u202f». ${vision[0]}\n\nConcrètement, dans les semaines qui viennent\u00a0: [ce qui change, pour qui, à partir de quand].\n\nCe qui ne change pas\u00a0: [ce que chacun garde].\n\nVos questions ont leur place ici\u00a0: [lien]. Nous répondons à toutes, aussi quand la réponse est non.`,
          `Hello,\n\n${why[1]}\n\nThis is why we begin “${en}”. ${vision[1]}\n\nIn the coming weeks: [what changes, for whom, from when].\n\nWhat stays: [what everybody keeps].\n\nYour questions have their place here: [link]. We answer all of them, also when the answer is no.`,
        ),
      },
      {
        id: 'managers',
        audience: '',
        short: between(
          `À lire avant votre prochain point d’équipe\u00a0: «\u202f${fr}\u202f» en trois phrases, et les questions que l’on vous posera.`,
          `To read before your next team talk: “${en}” in three sentences, and the questions you will be asked.`,
        ),
        long: between(
          `Votre équipe vous posera ces questions avant de les poser ailleurs\u00a0: pourquoi maintenant, qu’est-ce qui change pour nous, qui décide.\n\nPourquoi maintenant\u00a0: ${why[0]}\n\nOù nous allons\u00a0: ${vision[0]}\n\nCe que nous vous demandons\u00a0: dix minutes dans votre point d’équipe, les questions notées telles quelles, et renvoyées ici\u00a0: [lien]. Dites «\u202fje ne sais pas\u202f» quand c’est le cas\u00a0: la réponse viendra.`,
          `Your team will ask you before anybody else: why now, what changes for us, who decides.\n\nWhy now: ${why[1]}\n\nWhere we are going: ${vision[1]}\n\nWhat we ask of you: ten minutes of your team talk, questions written down as they are said, and sent here: [link]. Say “I do not know” when you do not: the answer will come.`,
        ),
      },
    ],
    slides: [
      slide(
        'why',
        'Pourquoi maintenant',
        'Why now',
        `${why[0]}\nCommencer par un fait que la salle connaît, pas par l’outil.`,
        `${why[1]}\nBegin with a fact that the room knows, not with the tool.`,
      ),
      slide('vision', 'Où nous allons', 'Where we are going', vision[0], vision[1]),
      slide(
        'you',
        'Ce qui change pour vous',
        'What changes for you',
        '[Une journée avant, une journée après. Un exemple du lieu où vous parlez.]',
        '[A day before, a day after. An example from the place where you speak.]',
      ),
      slide(
        'stays',
        'Ce qui ne change pas',
        'What stays',
        '[Ce que chacun garde\u00a0: équipes, horaires, responsabilités.]',
        '[What everybody keeps: teams, hours, responsibilities.]',
      ),
      slide(
        'when',
        'Quand, et comment vous serez aidés',
        'When, and how you will be helped',
        '[Dates du lieu, formations, qui appeler.]',
        '[Dates of this place, trainings, whom to call.]',
      ),
      slide(
        'questions',
        'Vos questions',
        'Your questions',
        'Laisser la moitié du temps. Noter chaque question telle quelle\u00a0; dire quand la réponse viendra.',
        'Keep half of the time. Write each question as it is said; say when the answer will come.',
      ),
    ],
    questions: [
      {
        id: 'why',
        question: between('Pourquoi maintenant\u202f?', 'Why now?'),
        answer: between(why[0], why[1]),
        on: today,
      },
      {
        id: 'mandatory',
        question: between('Est-ce obligatoire\u202f?', 'Is it mandatory?'),
        answer: between(
          '[Dire ce qui l’est, ce qui ne l’est pas, et qui l’a décidé.]',
          '[Say what is, what is not, and who decided.]',
        ),
        on: today,
      },
      {
        id: 'watched',
        question: between('Est-ce que cela sert à nous surveiller\u202f?', 'Is it used to watch us?'),
        answer: between(
          '[Dire ce qui est enregistré, ce qui ne l’est pas, et où chacun le voit.]',
          '[Say what is recorded, what is not, and where everybody can see it.]',
        ),
        on: today,
      },
    ],
  }
}
