import { getFormatter, getTranslations } from 'next-intl/server'
import { Facts } from '@/components/record/facts'
import { toDate } from '@/lib/platform/time'
import { openStaff } from './open-staff.server'

export default async function StaffMemberPage({ params }: PageProps<'/staff/[id]'>) {
  const { row: { values, account } } = await openStaff((await params).id)
  const [t, format] = await Promise.all([getTranslations('staff'), getFormatter()])
  const day = (date: unknown) => (typeof date === 'string' ? format.dateTime(toDate(date), { dateStyle: 'long', timeZone: 'UTC' }) : null)
  return (
    <Facts
      facts={[
        { label: t('columns.number'), value: values.employeeNumber },
        { label: t('type'), value: t(`types.${String(values.staffType)}`) },
        { label: t('columns.title'), value: values.jobTitle },
        { label: t('fields.hireDate'), value: day(values.hireDate) },
        { label: t('fields.endDate'), value: day(values.endDate) },
        { label: t('columns.email'), value: values.email },
        { label: t('fields.phone'), value: values.phone },
        { label: t('fields.account'), value: account ? `${account.email}${account.disabled ? ` · ${t('fields.accountDisabled')}` : ''}` : t('fields.noAccount') },
      ]}
    />
  )
}
