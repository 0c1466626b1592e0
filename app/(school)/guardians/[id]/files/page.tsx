import { getTranslations } from 'next-intl/server'
import { FileDrop } from '@/components/files/file-drop'
import { FileList } from '@/components/files/file-list'
import { PhotoField } from '@/components/files/photo-field'
import { acceptedFiles, fileLimits, photoUrl } from '@/lib/domain/files/file'
import { findPhoto, listFiles } from '@/lib/domain/files/public.server'
import { guardianFiles } from '@/lib/domain/people/people-files.server'
import { removeFileAction, restoreFileAction } from '../../../files/actions'
import { openGuardian } from '../open-guardian.server'

export async function generateMetadata() {
  return { title: (await getTranslations('guardians'))('tabs.files') }
}

export default async function GuardianFilesPage({ params }: PageProps<'/guardians/[id]/files'>) {
  const { ctx, row } = await openGuardian((await params).id)
  const owned = { owner: guardianFiles, id: row.id }
  const [files, photo] = await Promise.all([listFiles(ctx, owned), findPhoto(ctx, owned)])
  const to = { entity: guardianFiles.entity, id: row.id }
  const deeds = { remove: removeFileAction, restore: restoreFileAction }
  const mayChange = ctx.can(guardianFiles.write)
  return (
    <>
      {mayChange && <PhotoField to={to} name={String(row.values.fullName)} photo={photo && { id: photo.id, url: photoUrl(photo.id, 320) }} accept={acceptedFiles.photo} limit={fileLimits.photo} {...deeds} />}
      <FileList files={files} deeds={mayChange ? deeds : undefined} />
      {mayChange && <FileDrop to={to} accept={acceptedFiles.attachment} limit={fileLimits.attachment} />}
    </>
  )
}
