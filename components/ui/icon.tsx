import { clsx } from 'clsx'
import type { IconNode } from 'lucide'

const drawn = new WeakMap<IconNode, string>()

function shapesOf(icon: IconNode): string {
  const known = drawn.get(icon)
  if (known !== undefined) return known
  const shapes = icon.map(([shape, look]) => `<${shape}${Object.entries(look).map(([name, value]) => ` ${name}="${value}"`).join('')}/>`).join('')
  drawn.set(icon, shapes)
  return shapes
}

/** A lucide icon as one element with its shapes as finished HTML. Decoration: the word stands beside it or in a label. */
export const Icon = ({ of, className }: { of: IconNode; className?: string }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true" className={clsx('icon', className)} dangerouslySetInnerHTML={{ __html: shapesOf(of) }} />
)
