import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'
import { Status } from '@/components/ui/status'
import type { TeacherDay } from '@/lib/domain/attendance/day.server'

type Shown = { label: string; title: string; hint: string; href: string; taken: boolean }

/** What to do at this moment: the register of the lesson that is on, else one that is still missing, else the next lesson. */
export function NowCard({ day: { now, missing, next } }: { day: TeacherDay }) {
  const t = useTranslations('attendance.home')
  const period = now && (!now.taken || !missing) ? now : missing ? null : next
  const shown: Shown | null = period
    ? {
        label: now ? t('now') : t('next', { time: period.startsAt }),
        title: t('lesson', { subject: period.subject, className: period.className }),
        hint: [`${period.startsAt}–${period.endsAt}`, period.room && t('room', { room: period.room }), t('students', { count: period.students })].filter(Boolean).join(' · '),
        href: `/attendance/${period.classId}${period.registerPeriodId ? `?period=${period.registerPeriodId}` : ''}`,
        taken: period.taken,
      }
    : missing
      ? {
          label: t('missing'),
          title: missing.period ? t('lesson', { subject: missing.period.subject, className: missing.className }) : missing.className,
          hint: [missing.period && `${missing.period.startsAt}–${missing.period.endsAt}`, t('students', { count: missing.students })].filter(Boolean).join(' · '),
          href: `/attendance/${missing.classId}${missing.period ? `?period=${missing.period.id}` : ''}`,
          taken: false,
        }
      : null
  if (!shown) return <p className="rounded-lg border border-line bg-raised p-4 text-soft">{t('free')} {t('freeText')}</p>
  return (
    <section aria-labelledby="now" className="flex flex-wrap items-center gap-4 rounded-lg border border-campus-line bg-raised p-5">
      <div className="min-w-0 flex-1 basis-72">
        <p className="text-sm font-medium text-campus-text">{shown.label}</p>
        <h2 id="now" className="text-lg font-semibold tracking-tight">{shown.title}</h2>
        <p className="mt-0.5 text-soft tabular-nums">{shown.hint}</p>
      </div>
      {shown.taken && <Status tone="ok">{t('done')}</Status>}
      <LinkButton href={shown.href} variant={shown.taken ? 'secondary' : 'primary'} size="lg">
        {t(shown.taken ? 'open' : 'take')}
      </LinkButton>
    </section>
  )
}
