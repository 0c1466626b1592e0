import { clsx } from 'clsx'
import type { ComponentProps } from 'react'
import type { Option } from './select'

type SegmentedProps = Omit<ComponentProps<'input'>, 'type'> & { label: string; options: readonly Option[]; wrap?: boolean }

/** One of a few as a row of buttons, or with `wrap` as several rows: radio buttons underneath, so arrows and forms work. */
export function Segmented({ label, options, defaultValue, wrap = false, ...rest }: SegmentedProps) {
  return (
    <fieldset className={clsx(wrap ? 'flex flex-wrap' : 'inline-flex', 'rounded border border-line-strong bg-raised p-0.5')}>
      <legend className="sr-only">{label}</legend>
      {options.map(({ value, label: name }) => (
        <label
          key={value}
          className="relative flex h-7.5 flex-1 items-center justify-center rounded-sm px-3 font-medium whitespace-nowrap text-soft transition-colors hover:text-ink has-checked:bg-campus has-checked:text-campus-on has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-campus-line pointer-coarse:h-11"
        >
          <input type="radio" className="absolute inset-0 appearance-none opacity-0" value={value} defaultChecked={value === defaultValue} {...rest} />
          {name}
        </label>
      ))}
    </fieldset>
  )
}
