import type { Poll, Round } from '#modules/polls/contract.ts'
import { useT } from '../t.ts'
import { useOptionName } from './use-option-name.ts'

/** How a ranked vote was counted, round by round. */
export default function Rounds({ poll, rounds }: { poll: Poll; rounds: readonly Round[] }) {
  const t = useT()
  const nameOf = useOptionName()
  return (
    <details className="poll-rounds">
      <summary>{t('rounds.title', { n: rounds.length })}</summary>
      <p className="text-sm text-muted">{t('rounds.how')}</p>
      <div
        className="overflow-x-auto"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
        tabIndex={0}
        role="region"
        aria-label={t('rounds.title', { n: rounds.length })}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{t('rounds.option')}</th>
              {rounds.map((_, index) => (
                <th key={index} scope="col">
                  {t('rounds.round', { n: index + 1 })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {poll.options.map((option) => (
              <tr key={option.id}>
                <th scope="row">{nameOf(option)}</th>
                {rounds.map((round, index) => {
                  const votes = round.votes.find(({ optionId }) => optionId === option.id)?.votes
                  return (
                    <td key={index}>
                      {votes ?? '–'}
                      {round.out.includes(option.id) && ` · ${t('rounds.out')}`}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
