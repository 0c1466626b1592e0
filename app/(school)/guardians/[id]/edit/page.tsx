import { getTranslations } from 'next-intl/server'
import { guardianInput } from '@/lib/domain/people/guardian'
import { requirePage } from '@/lib/platform/context.server'
import { GuardianForm } from '../../guardian-form'
import { openGuardian } from '../open-guardian.server'

export async function generateMetadata() {
  return { title: (await getTranslations('guardians'))('edit') }
}

export default async function EditGuardianPage({ params }: PageProps<'/guardians/[id]/edit'>) {
  await requirePage('UPDATE_GUARDIANS')
  const { row } = await openGuardian((await params).id)
  const { id, seen, values, child } = row
  return <GuardianForm key={seen} row={{ id, seen, values: guardianInput.parse(values) }} child={child && { value: child.id, label: child.name, hint: child.number }} />
}
