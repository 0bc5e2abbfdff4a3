import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { SearchField as AriaSearchField, type SearchFieldProps } from 'react-aria-components/SearchField'
import { cx } from './cx.ts'
import { useUi } from './strings.tsx'

interface Props extends Omit<SearchFieldProps, 'children' | 'className' | 'style'> {
  /** Accessible name; also the placeholder unless one is given. */
  label: string
  placeholder?: string | undefined
  className?: string | undefined
  ref?: Ref<HTMLInputElement> | undefined
}

/** `onChange` at each letter, `onSubmit` on Enter, Escape clears. */
export function SearchField({ label, placeholder = label, className, ref, ...props }: Props) {
  const { strings } = useUi()
  return (
    <AriaSearchField {...props} aria-label={label} className={cx('search-field input-group', className)}>
      <Search aria-hidden />
      <Input className="input" placeholder={placeholder} ref={ref} />
      <Button className="input-end" aria-label={strings.clear}>
        <X aria-hidden />
      </Button>
    </AriaSearchField>
  )
}
