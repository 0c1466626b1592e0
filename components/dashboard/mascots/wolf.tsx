import { Eyes, Pair, Shoulders, ink } from './parts'

export const Wolf = () => (
  <>
    <Shoulders coat="#6d7887" chest="#eef1f5" />
    <Pair>
      <path d="M26 50L25 8c13 5 23 14 29 26z" fill="#6d7887" />
      <path d="M31 36l-1-17c7 3 11 8 14 14z" fill="#39414e" />
    </Pair>
    <path d="M60 22c22 0 35 10 38 26l8 14-12 2-4 12-13-1c-4 8-10 15-17 17-7-2-13-9-17-17l-13 1-4-12-12-2 8-14c3-16 16-26 38-26z" fill="#8491a1" />
    <Pair>
      <path d="M20 60c13-6 26-4 31 4 4 6 6 16 9 28-7-2-13-9-17-17l-13 1-4-12z" fill="#eef1f5" />
      <path d="M33 42c5-4 11-4 16 1" fill="none" stroke="#eef1f5" strokeWidth="4" strokeLinecap="round" />
    </Pair>
    <path d="M60 22c5 16 9 34 9 48l-9 14-9-14c0-14 4-32 9-48z" fill="#6d7887" />
    <Eyes apart={16} y={54} size={4.4} iris="#f0c14f" />
    <ellipse cx="60" cy="78" rx="7.5" ry="5.8" fill={ink} />
  </>
)
