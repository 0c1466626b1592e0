import { getTranslations } from 'next-intl/server'
import { Facts } from '@/components/record/facts'
import { openGuardian } from './open-guardian.server'

export async function generateMetadata({ params }: PageProps<'/guardians/[id]'>) {
  return { title: String((await openGuardian((await params).id)).row.values.fullName) }
}

export default async function GuardianPage({ params }: PageProps<'/guardians/[id]'>) {
  const { row } = await openGuardian((await params).id)
  const t = await getTranslations('guardians')
  const { values, child } = row
  return (
    <Facts
      facts={[
        { label: t('fields.email'), value: values.email },
        { label: t('fields.phone'), value: values.phone },
        { label: t('fields.address'), value: values.address },
        { label: t('fields.student'), value: child && `${child.name} · ${child.number}` },
        { label: t('campus'), value: child?.campusName },
        { label: t('fields.primaryContact'), value: t(values.primaryContact ? 'yes' : 'no') },
      ]}
    />
  )
}
