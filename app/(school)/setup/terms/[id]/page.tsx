import { getTranslations } from 'next-intl/server'
import { RemoveButton } from '@/components/record/remove-button'
import { Screen } from '@/components/ui/screen'
import { termInput } from '@/lib/domain/academics/term'
import { terms } from '@/lib/domain/academics/term.server'
import { requirePage } from '@/lib/platform/context.server'
import { gone } from '../../../gone'
import { yearChoices } from '../../year-choices.server'
import { removeTermAction, restoreTermAction } from '../actions'
import { TermForm } from '../term-form'

export async function generateMetadata() {
  return { title: (await getTranslations('setup'))('terms.edit') }
}

export default async function TermPage({ params }: PageProps<'/setup/terms/[id]'>) {
  const ctx = await requirePage('UPDATE_ACADEMIC_YEARS')
  const [{ id, seen, values }, years] = await Promise.all([terms.get(ctx, (await params).id).catch(gone), yearChoices(ctx)])
  const name = String(values.name)
  return (
    <Screen title={name} aside={ctx.can('DELETE_ACADEMIC_YEARS') && <RemoveButton id={id} seen={seen} name={name} remove={removeTermAction} restore={restoreTermAction} listHref="/setup/terms" />}>
      <TermForm key={seen} row={{ id, seen, values: termInput.parse(values) }} years={years} />
    </Screen>
  )
}
