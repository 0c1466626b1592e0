import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'

const views = [{ key: 'day', href: '/attendance/staff' }, { key: 'month', href: '/attendance/staff/month' }, { key: 'records', href: '/attendance/staff/records' }] as const

/** The same sheet as a day, a month and a list. */
export function StaffViews({ current }: { current: (typeof views)[number]['key'] }) {
  const t = useTranslations('attendance.staff.views')
  return (
    <nav aria-label={t('label')} className="flex gap-1 print:hidden">
      {views.map(({ key, href }) => <LinkButton key={key} href={href} size="sm" variant={key === current ? 'secondary' : 'quiet'} aria-current={key === current ? 'page' : undefined}>{t(key)}</LinkButton>)}
    </nav>
  )
}
