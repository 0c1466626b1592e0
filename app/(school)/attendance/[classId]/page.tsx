import { getFormatter, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { CampusTheme } from '@/components/ui/campus-theme'
import { Screen } from '@/components/ui/screen'
import { pathWithin } from '@/lib/platform/path-within'
import { toDate } from '@/lib/platform/time'
import { DayNav } from '../day-nav'
import { openRegister } from './open-register.server'
import './register.css'
import { RegisterRoom } from './register-room'

export async function generateMetadata({ params, searchParams }: PageProps<'/attendance/[classId]'>) {
  const [{ classId }, { date, period }, t] = await Promise.all([params, searchParams, getTranslations('attendance')])
  return { title: t('registerOf', { name: (await openRegister(classId, date, period)).register.className }) }
}

export default async function RegisterPage({ params, searchParams }: PageProps<'/attendance/[classId]'>) {
  const [{ classId }, { date, period, done }] = await Promise.all([params, searchParams])
  const [t, format, { ctx, register }] = await Promise.all([getTranslations('attendance'), getFormatter(), openRegister(classId, date, period)])
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
