import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Header } from 'react-aria-components/Header'
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Separator } from 'react-aria-components/Separator'
import { cx } from './cx.ts'

export interface MenuAct {
  id: string
  label: string
  icon?: ReactNode | undefined
  hint?: string | undefined
  href?: string | undefined
  danger?: boolean | undefined
  isDisabled?: boolean | undefined
  onAction?: (() => void) | undefined
}
export interface MenuChoice {
  id: string
  title: string
  selected: string
  options: readonly { id: string; label: string; icon?: ReactNode | undefined }[]
  onSelect: (id: string) => void
}

interface Props {
  label: string
  /** A Button. */
  trigger: ReactNode
  /** Groups of acts (a hairline between them) or a titled single choice. */
  groups: readonly (readonly MenuAct[] | MenuChoice)[]
  isOpen?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
}

const isChoice = (group: readonly MenuAct[] | MenuChoice): group is MenuChoice => 'options' in group

/** Acts on one thing. At most a dozen, verbs first. */
export function Menu({ label, trigger, groups, isOpen, onOpenChange }: Props) {
  return (
    <MenuTrigger {...(isOpen === undefined ? {} : { isOpen })} {...(onOpenChange && { onOpenChange })}>
      {trigger}
      <Popover className="popover" placement="bottom end">
        <AriaMenu className="list" aria-label={label}>
          {groups.flatMap((group, index) => [
            ...(index > 0 ? [<Separator key={`rule-${index}`} className="list-rule" />] : []),
            isChoice(group) ? (
              <MenuSection
                key={group.id}
                selectionMode="single"
                disallowEmptySelection
                selectedKeys={[group.selected]}
                onSelectionChange={(keys) => {
                  const [first] = keys === 'all' ? [] : [...keys]
                  if (first !== undefined) group.onSelect(String(first))
                }}
              >
                <Header className="list-title">{group.title}</Header>
                {group.options.map((option) => (
                  <MenuItem key={option.id} id={option.id} className="item" textValue={option.label}>
                    {option.icon}
                    <span className="item-text">{option.label}</span>
                    <Check className="item-tick" aria-hidden />
                  </MenuItem>
                ))}
              </MenuSection>
            ) : (
              <MenuSection key={`acts-${index}`} aria-label={label}>
                {group.map((act) => (
                  <MenuItem
                    key={act.id}
                    id={act.id}
                    className={cx('item', act.danger && 'item-danger')}
                    textValue={act.label}
                    isDisabled={act.isDisabled ?? false}
                    {...(act.href && { href: act.href })}
                    {...(act.onAction && { onAction: act.onAction })}
                  >
                    {act.icon}
                    <span className="item-text">
                      {act.label}
                      {act.hint && <span className="item-hint">{act.hint}</span>}
                    </span>
                  </MenuItem>
                ))}
              </MenuSection>
            ),
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
