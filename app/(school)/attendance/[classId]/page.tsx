import { getFormatter, getTranslations } from '@/lib/platform/i18n/words.server'
import { notFound } from 'next/navigation'
import { Words } from '@/components/shell/words'
import { EmptyState } from '@/components/ui/empty-state'
import { Screen } from '@/components/ui/screen'
import { hereAndNow } from '@/lib/domain/attendance/day.server'
import { registerKey } from '@/lib/domain/attendance/register'
import { getRegister } from '@/lib/domain/attendance/register.server'
import { requirePage } from '@/lib/platform/context.server'
import { pathWithin } from '@/lib/platform/path-within'
import { toDate } from '@/lib/platform/time'
import { gone } from '../../gone'
import './register.css'
import { RegisterBoard } from './register-board'

export async function generateMetadata() {
  return { title: (await getTranslations('attendance'))('register') }
}

export default async function RegisterPage({ params, searchParams }: PageProps<'/attendance/[classId]'>) {
  const ctx = await requirePage('READ_ATTENDANCE')
  const { date, period, done } = await searchParams
  const key = registerKey.safeParse({ classId: (await params).classId, date: date ?? hereAndNow(ctx).date, periodId: period ?? null })
  if (!key.success) notFound()
  const [t, format, register] = await Promise.all([getTranslations('attendance'), getFormatter(), getRegister(ctx, key.data).catch(gone)])
  const { className, campusName, period: slot, subjectName, students } = register
  const when = [campusName, format.dateTime(toDate(key.data.date), { dateStyle: 'full', timeZone: 'UTC' }), slot && `${slot.startsAt}–${slot.endsAt}`, subjectName].filter(Boolean).join(' · ')
  return (
    <Screen title={t('registerOf', { name: className })} count={students.length} description={when} wide>
      {students.length === 0 ? (
        <EmptyState title={t('nobody')}>{t('nobodyText')}</EmptyState>
      ) : (
        <Words names={['attendance']}>
          <RegisterBoard register={register} userId={ctx.user.id} doneHref={pathWithin(done)} />
        </Words>
      )}
    </Screen>
  )
}
