import { getTranslations } from 'next-intl/server'
import { PhotoField } from '@/components/files/photo-field'
import { getAccount } from '@/lib/domain/access/account.server'
import { acceptedFiles, fileLimits, photoUrl } from '@/lib/domain/files/file'
import { findPhoto } from '@/lib/domain/files/public.server'
import { userFiles } from '@/lib/domain/access/user-files.server'
import { requirePage } from '@/lib/platform/context.server'
import { isLocale, type Locale } from '@/lib/platform/i18n/locales'
import { removeFileAction, restoreFileAction } from '../files/actions'
import { AccountForm } from './account-form'

export async function generateMetadata() {
  return { title: (await getTranslations('account'))('title') }
}

export default async function AccountPage() {
  const ctx = await requirePage('SIGNED_IN')
  const owned = { owner: userFiles, id: ctx.user.id }
  // Who comes from the platform has no record here, and so no photo.
  const [account, isHere] = await Promise.all([getAccount(ctx), userFiles.exists(ctx, ctx.user.id)])
  const photo = isHere ? await findPhoto(ctx, owned) : null
  const locale: Locale = isLocale(account.locale) ? account.locale : isLocale(ctx.locale) ? ctx.locale : 'en'
  return (
    <AccountForm row={{ ...account, locale }} role={ctx.role.name}>
      {isHere && <PhotoField
        to={{ entity: userFiles.entity, id: account.id }} name={ctx.user.name} photo={photo && { id: photo.id, url: photoUrl(photo.id, 320) }}
        accept={acceptedFiles.photo} limit={fileLimits.photo} remove={removeFileAction} restore={restoreFileAction}
      />}
    </AccountForm>
  )
}
