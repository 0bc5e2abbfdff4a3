import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { ShellProvider } from '#platform/web/Page.tsx'
import { closeToast, holdToasts, useToasts } from '#platform/web/toasts.ts'
import { SkeletonPage } from '#ui/Skeleton.tsx'
import { Toasts } from '#ui/Toasts.tsx'
import { useT } from '../t.ts'

export function Root() {
  const t = useT()
  const toasts = useToasts()
  return (
    <ShellProvider>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <Suspense fallback={<SkeletonPage />}>
        <Outlet />
      </Suspense>
      <Toasts toasts={toasts} onClose={closeToast} onHold={holdToasts} />
    </ShellProvider>
  )
}
