import createNextIntlPlugin from 'next-intl/plugin'

const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), browsing-topics=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Strict-Transport-Security', value: 'max-age=31536000' },
]

const distDir = process.env.NEXT_DIST_DIR ?? '.next'

const config = {
  distDir,
  poweredByHeader: false,
  // `forbidden()` answers 403 with a page of its own.
  experimental: { authInterrupts: true },
  serverExternalPackages: ['@node-rs/argon2', 'pdfkit', 'pg', 'pg-boss', 'pino'],
  typescript: {
    // `npm test` checks types; a school that starts should not wait for it, nor find the memory.
    ignoreBuildErrors: true,
    // Next writes its folder into the file it is given, unless that one extends another.
    tsconfigPath: distDir === '.next' ? 'tsconfig.json' : 'tsconfig.other-build.json',
  },
  headers: async () => [
    { source: '/:path*', headers: everywhere },
    { source: '/api/:path*', headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }] },
  ],
}

export default createNextIntlPlugin('./lib/platform/i18n/request.ts')(config)
