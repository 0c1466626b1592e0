import { getTranslations } from 'next-intl/server'
import type { TeacherDay } from '@/lib/domain/attendance/day.server'

type Lead = { label: string; title: string; hint: string; href: string | null; taken: boolean }

/** What to do at this moment: the register of the lesson that is on, else one that is still missing, else the next lesson. */
export async function leadOf({ now, missing, next, classes }: TeacherDay): Promise<Lead | null> {
  const t = await getTranslations('home.teaching')
  const period = now && (!now.taken || !missing) ? now : missing ? null : next
  if (period) {
    return {
      label: now ? t('now') : t('next', { time: period.startsAt }),
      title: t('lesson', { subject: period.subject, className: period.className }),
      hint: [`${period.startsAt}–${period.endsAt}`, period.room && t('room', { room: period.room }), t('students', { count: period.students }), period.taken && t('done')].filter(Boolean).join(' · '),
      href: `/attendance/${period.classId}${period.registerPeriodId ? `?period=${period.registerPeriodId}` : ''}`,
      taken: period.taken,
    }
  }
  if (missing) {
    return {
      label: t('missing'),
      title: missing.period ? t('lesson', { subject: missing.period.subject, className: missing.className }) : missing.className,
      hint: [missing.period && `${missing.period.startsAt}–${missing.period.endsAt}`, t('students', { count: missing.students })].filter(Boolean).join(' · '),
      href: `/attendance/${missing.classId}${missing.period ? `?period=${missing.period.id}` : ''}`,
      taken: false,
    }
  }
  return classes.length > 0 ? { label: t('free'), title: t('freeTitle'), hint: t('freeText'), href: null, taken: false } : null
}
