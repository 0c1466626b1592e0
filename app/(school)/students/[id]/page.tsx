import { getFormatter, getTranslations } from 'next-intl/server'
import { Facts } from '@/components/record/facts'
import { toDate } from '@/lib/platform/time'
import { openStudent } from './open-student.server'

export default async function StudentPage({ params }: PageProps<'/students/[id]'>) {
  const { row: { values } } = await openStudent((await params).id)
  const [t, format] = await Promise.all([getTranslations('students'), getFormatter()])
  const day = (date: unknown) => (typeof date === 'string' ? format.dateTime(toDate(date), { dateStyle: 'long', timeZone: 'UTC' }) : null)
  return (
    <Facts
      facts={[
        { label: t('fields.studentNumber'), value: values.studentNumber },
        { label: t('fields.preferredName'), value: values.preferredName },
        { label: t('fields.dateOfBirth'), value: day(values.dateOfBirth) },
        { label: t('fields.gender'), value: values.gender && t(`genders.${String(values.gender)}`) },
        { label: t('fields.enrollmentDate'), value: day(values.enrollmentDate) },
        { label: t('fields.phone'), value: values.phone },
        { label: t('fields.email'), value: values.email },
        { label: t('fields.address'), value: values.address },
      ]}
    />
  )
}
