import type { Config } from 'tailwindcss'

const tone = (name: string) => ({ DEFAULT: `var(--${name})`, tint: `var(--${name}-tint)` })

/** Only our tokens exist as colours, sizes and shadows, so a stray one cannot be typed. */
export default {
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      inherit: 'inherit',
      surface: 'var(--surface)',
      raised: 'var(--surface-raised)',
      sunken: 'var(--surface-sunken)',
      line: { DEFAULT: 'var(--line)', button: 'var(--line-button)', strong: 'var(--line-strong)' },
      ink: 'var(--text)',
      soft: 'var(--text-quiet)',
      campus: {
        DEFAULT: 'var(--campus)',
        hover: 'var(--campus-hover)',
        on: 'var(--campus-on)',
        text: 'var(--campus-text)',
        tint: 'var(--campus-tint)',
        line: 'var(--campus-line)',
        banner: 'var(--campus-banner-on)',
      },
      ok: tone('ok'),
      warn: tone('warn'),
      bad: { ...tone('bad'), fill: 'var(--bad-fill)' },
      quiet: tone('quiet'),
    },
    fontFamily: {
      sans: ['Inter Variable', 'Inter Fallback', 'system-ui', 'sans-serif'],
      mono: ['ui-monospace', 'SFMono-Regular', 'Menlo', 'monospace'],
    },
    fontSize: {
      xs: ['0.75rem', '1.125rem'],
      sm: ['0.875rem', '1.3125rem'],
      base: ['1rem', '1.5rem'],
      lg: ['1.25rem', '1.5625rem'],
      xl: ['1.5rem', '1.875rem'],
      '2xl': ['2rem', '2.5rem'],
    },
    fontWeight: { normal: '400', medium: '500', semibold: '600' },
    borderRadius: { none: '0', sm: '4px', DEFAULT: '6px', lg: '10px', full: '9999px' },
    boxShadow: { none: 'none', float: 'var(--shadow-float)' },
    screens: { md: '48rem', lg: '64rem', desk: '73.8125rem' },
  },
} satisfies Config
