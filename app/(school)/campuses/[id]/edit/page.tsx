import { getTranslations } from 'next-intl/server'
import { RemoveButton } from '@/components/record/remove-button'
import { CampusTheme } from '@/components/ui/campus-theme'
import { LinkButton } from '@/components/ui/link-button'
import { Screen } from '@/components/ui/screen'
import { campusInput } from '@/lib/domain/people/campus'
import { campusFiles } from '@/lib/domain/people/people-files.server'
import { requirePage } from '@/lib/platform/context.server'
import { RecordFiles } from '../../../files/record-files'
import { removeCampusAction, restoreCampusAction } from '../../actions'
import { CampusForm } from '../../campus-form'
import { openCampus } from '../open-campus.server'

export async function generateMetadata() {
  return { title: (await getTranslations('campuses'))('edit') }
}

export default async function EditCampusPage({ params }: PageProps<'/campuses/[id]/edit'>) {
  await requirePage('UPDATE_CAMPUSES')
  const { ctx, row: { id, seen, values } } = await openCampus((await params).id)
  const t = await getTranslations('campuses')
  const name = String(values.name)
  const aside = (
    <>
      <LinkButton href={`/campuses/${id}/history`}>{t('history')}</LinkButton>
      {ctx.can('DELETE_CAMPUSES') && <RemoveButton id={id} seen={seen} name={name} remove={removeCampusAction} restore={restoreCampusAction} listHref="/campuses" />}
    </>
  )
  const theme = campusInput.parse(values)
  return (
    <>
      <CampusTheme colors={theme} />
      <Screen title={name} description={t('edit')} aside={aside}>
        <section aria-label={t('logo')} className="flex max-w-2xl flex-col gap-3"><h2 className="text-base font-semibold">{t('logo')}</h2><RecordFiles ctx={ctx} owner={campusFiles} id={id} name={name} /></section>
        <CampusForm key={seen} row={{ id, seen, values: theme }} zones={['UTC', ...Intl.supportedValuesOf('timeZone')]} timeZone={ctx.timeZone} />
      </Screen>
    </>
  )
}
