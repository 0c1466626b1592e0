import { useFormatter, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { FoundSet } from '@/lib/domain/interop/import-batch'

/** The files of the archive; before the check only their names and sizes are known. */
export function FoundCard({ found }: { found: FoundSet }) {
  const t = useTranslations('imports.found')
  const format = useFormatter()
  const { version, system, files, names } = found
  const sizeOf = (bytes: number) => format.number(Math.max(1, bytes / 1024) / (bytes < 1_000_000 ? 1 : 1024), { style: 'unit', unit: bytes < 1_000_000 ? 'kilobyte' : 'megabyte', maximumFractionDigits: bytes < 1_000_000 ? 0 : 1 })
  const said = version && (system ? t('from', { version, system }) : t('version', { version }))
  return (
    <Card title={t('title')} aside={said && <span className="text-sm text-soft">{said}</span>} flush>
      <div className="table-scroll rounded-t-none border-0 border-t">
        <table className="table dense">
          <caption className="sr-only">{t('title')}</caption>
          <thead>
            <tr>
              {(['file', 'mode', 'encoding'] as const).map((key) => <th key={key} scope="col">{t(key)}</th>)}
              {(['rows', 'size'] as const).map((key) => <th key={key} scope="col" className="end">{t(key)}</th>)}
            </tr>
          </thead>
          <tbody>
            {names.map(({ fileName, bytes }) => {
              const file = files.find((one) => one.fileName === fileName)
              return (
                <tr key={fileName}>
                  <th scope="row">{fileName}</th>
                  <td>{file && t(`modes.${file.mode}`)}</td>
                  <td className="uppercase">{file?.encoding}</td>
                  <td className="end">{file && format.number(file.rows)}</td>
                  <td className="end">{sizeOf(bytes)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
