import { pickText } from '#platform/shared/local-text.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Rows } from '#ui/Layout.tsx'
import { Select } from '#ui/Select.tsx'
import { chooseLevel } from '../acts.ts'
import type { Rules } from '../pages/SettingsPage.tsx'
import { useT } from '../t.ts'
import { levels } from './LevelButton.tsx'

/** One level per community, each saved as it is chosen. */
export function CommunityLevels({ communities }: Pick<Rules, 'communities'>) {
  const t = useT()
  const { language } = useLanguage()
  const onError = useErrorToast(t)
  const options = levels.map((id) => ({ id, label: t(`level.${id}`), hint: t(`level.${id}Hint`) }))
  return (
    <Rows label={t('settings.communities')}>
      {communities.map(({ community, level }) => {
        const name = pickText(community.name, language)
        return (
          <li key={community.id} data-accent={community.accent}>
            <Select
              label={name}
              className="max-w-sm"
              value={level}
              options={options}
              onChange={(id) => {
                const next = levels.find((known) => known === id)
                if (next && next !== level)
                  chooseLevel(community.id, next)
                    .then(() => toast(t('level.chosen')))
                    .catch(onError)
              }}
            />
          </li>
        )
      })}
    </Rows>
  )
}
