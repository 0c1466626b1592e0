import { getTranslations } from 'next-intl/server'
import { classEditInput } from '@/lib/domain/academics/class'
import { listGradeChoices } from '@/lib/domain/academics/class.server'
import { findStaffChoice } from '@/lib/domain/people/people-choice.server'
import { requirePage } from '@/lib/platform/context.server'
import { ClassForm } from '../../class-form'
import { openClass } from '../open-class.server'

export async function generateMetadata() {
  return { title: (await getTranslations('classes'))('edit') }
}

export default async function EditClassPage({ params }: PageProps<'/classes/[id]/edit'>) {
  await requirePage('UPDATE_CLASSES')
  const { ctx, row: { id, seen, values, teacher } } = await openClass((await params).id)
  const [grades, chosen] = await Promise.all([listGradeChoices(ctx), findStaffChoice(ctx, teacher?.id ?? null)])
  return <ClassForm key={seen} row={{ id, seen, values: classEditInput.parse(values) }} teacher={chosen} grades={grades} />
}
