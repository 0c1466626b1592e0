import { getFormatter, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { EmptyState } from '@/components/ui/empty-state'
import { CampusTheme } from '@/components/ui/campus-theme'
import { Screen } from '@/components/ui/screen'
import { registerKey } from '@/lib/domain/attendance/register'
import { getRegister } from '@/lib/domain/attendance/register.server'
import { requirePage } from '@/lib/platform/context.server'
import { pathWithin } from '@/lib/platform/path-within'
import { toDate } from '@/lib/platform/time'
import { gone } from '../../gone'
import { DayNav } from '../day-nav'
import './register.css'
import { RegisterRoom } from './register-room'

export async function generateMetadata() {
  return { title: (await getTranslations('attendance'))('register') }
}

const asked = registerKey.extend({ date: registerKey.shape.date.nullable() })

export default async function RegisterPage({ params, searchParams }: PageProps<'/attendance/[classId]'>) {
  const ctx = await requirePage('READ_ATTENDANCE')
  const { date = null, period = null, done } = await searchParams
  const key = asked.safeParse({ classId: (await params).classId, date, periodId: period })
  if (!key.success) notFound()
  const [t, format, register] = await Promise.all([getTranslations('attendance'), getFormatter(), getRegister(ctx, key.data).catch(gone)])
  const { className, campusId, campusName, period: slot, subjectName, students } = register
  const day = format.dateTime(toDate(register.key.date), { dateStyle: 'full', timeZone: 'UTC' })
  const title = t('registerOf', { name: className })
  const campus = ctx.campuses.find(({ id }) => id === campusId)
  return (
    <Screen title={title} count={students.length} description={[campusName, day, slot && `${slot.startsAt}–${slot.endsAt}`, subjectName].filter(Boolean).join(' · ')} aside={<DayNav path={`/attendance/${register.key.classId}`} date={register.key.date} today={register.today} keep={typeof done === 'string' ? { done } : {}} />} wide>
      {campus && <CampusTheme colors={campus} />}
      {students.length === 0 ? <EmptyState title={t('nobody')}>{t('nobodyText')}</EmptyState> : <RegisterRoom register={register} title={`${title}, ${day}`} userId={ctx.user.id} doneHref={pathWithin(done)} />}
    </Screen>
  )
}
