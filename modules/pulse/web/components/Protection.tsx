import { useT } from '../t.ts'

/** Against whom answers are protected, how, and against whom they are not: folded, one tap away, never elsewhere. */
export function Protection() {
  const t = useT()
  return (
    <details className="pulse-details">
      <summary>{t('protect.open')}</summary>
      <div className="pulse-protect">
        <div>
          <p className="font-semibold">{t('protect.yes')}</p>
          <ul>
            <li>{t('protect.yes1')}</li>
            <li>{t('protect.yes2')}</li>
            <li>{t('protect.yes3')}</li>
          </ul>
        </div>
        <div>
          <p className="font-semibold">{t('protect.no')}</p>
          <ul>
            <li>{t('protect.no1')}</li>
            <li>{t('protect.no2')}</li>
            <li>{t('protect.no3')}</li>
            <li>{t('protect.no4')}</li>
          </ul>
        </div>
        <div>
          <p className="font-semibold">{t('protect.how')}</p>
          <ul>
            <li>{t('protect.how1')}</li>
            <li>{t('protect.how2')}</li>
            <li>{t('protect.how3')}</li>
            <li>{t('protect.how4')}</li>
          </ul>
        </div>
        <p className="text-sm text-muted">{t('protect.knows')}</p>
      </div>
    </details>
  )
}
