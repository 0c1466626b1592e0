import { getTranslations } from 'next-intl/server'
import { forbidden } from 'next/navigation'
import { Card } from '@/components/ui/card'
import { Screen } from '@/components/ui/screen'
import { uploadLimit } from '@/lib/domain/interop/import-batch'
import { requirePage } from '@/lib/platform/context.server'
import { UploadArea } from './upload-area'

export const generateMetadata = async () => ({ title: (await getTranslations('imports'))('upload.title') })

export default async function NewImportPage() {
  const ctx = await requirePage('RUN_IMPORTS')
  if (ctx.role.reach !== 'organization') forbidden()
  const t = await getTranslations('imports')
  return (
    <Screen title={t('upload.title')} description={t('upload.text', { megabytes: uploadLimit / 1048576 })}>
      <UploadArea />
      <Card title={t('upload.whatTitle')}>
        <ol className="list-decimal ps-5 text-soft">
          {(['what1', 'what2', 'what3', 'what4'] as const).map((key) => <li key={key}>{t(`upload.${key}`)}</li>)}
        </ol>
      </Card>
    </Screen>
  )
}
