import { CheckField } from '@/components/form/check-field'
import { DateField } from '@/components/form/date-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import type { Field } from '@/lib/platform/catalog'

/** The input that a field's kind asks for. */
export function CatalogField({ field: { kind, optional }, ...named }: { field: Field; name: string; label: string }) {
  switch (kind) {
    case 'flag':
      return <CheckField {...named} />
    case 'date':
      return <DateField {...named} optional={optional} />
    case 'long':
      return <TextAreaField {...named} optional={optional} />
    case 'number':
      return <TextField {...named} optional={optional} inputMode="numeric" className="max-w-32" />
    // Furniture has texts, numbers, dates and flags; a record with more has a room of its own.
    default:
      return <TextField {...named} optional={optional} />
  }
}
