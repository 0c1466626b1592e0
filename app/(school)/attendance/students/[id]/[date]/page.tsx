import { getFormatter, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { listReasons } from '@/lib/domain/attendance/reason.server'
import { getStudentDay } from '@/lib/domain/attendance/student-day.server'
import { requirePage } from '@/lib/platform/context.server'
import { Refusal } from '@/lib/platform/errors'
import { plainDate, toDate } from '@/lib/platform/time'
import { AttendanceTabs } from '../../../attendance-tabs'
import { StudentDay } from './student-day'

export async function generateMetadata() {
  return { title: (await getTranslations('attendance.studentDay'))('title') }
}

const address = z.object({ id: z.uuid(), date: plainDate })

export default async function StudentDayPage({ params }: PageProps<'/attendance/students/[id]/[date]'>) {
  const ctx = await requirePage('READ_ATTENDANCE')
  const asked = address.safeParse(await params)
  if (!asked.success) notFound()
  const mayCorrect = ctx.can('CORRECT_ATTENDANCE')
  const [t, format, found, reasons] = await Promise.all([
    getTranslations('attendance.studentDay'), getFormatter(), getStudentDay(ctx, asked.data.id, asked.data.date).catch((error: unknown) => { if (error instanceof Refusal && error.code === 'not-found') notFound(); throw error }), mayCorrect ? listReasons(ctx) : [],
  ])
  const date = format.dateTime(toDate(found.date), { dateStyle: 'full', timeZone: 'UTC' })
  return (
    <Screen title={found.student.name} description={[date, found.campusName].filter(Boolean).join(' · ')} tabs={<AttendanceTabs ctx={ctx} current="absences" />} aside={<LinkButton href={`/students/${found.student.id}/attendance`}>{t('year')}</LinkButton>}>
      <StudentDay found={found} reasons={reasons} mayCorrect={mayCorrect} />
    </Screen>
  )
}
