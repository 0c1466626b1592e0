import { getTranslations } from 'next-intl/server'
import { documentEditInput } from '@/lib/domain/people/document'
import { requirePage } from '@/lib/platform/context.server'
import { DocumentForm } from '../../document-form'
import { openDocument } from '../open-document.server'

export async function generateMetadata() {
  return { title: (await getTranslations('documents'))('edit') }
}

export default async function EditDocumentPage({ params }: PageProps<'/documents/[id]/edit'>) {
  await requirePage('UPDATE_DOCUMENTS')
  const { row: { id, seen, values } } = await openDocument((await params).id)
  return <DocumentForm key={seen} row={{ id, seen, values: documentEditInput.parse({ ...values, id, seen }) }} campuses={[]} ofOrganization={false} />
}
