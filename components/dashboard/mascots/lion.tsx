import { Eyes, Muzzle, Pair, Shoulders } from './parts'

export const Lion = () => (
  <>
    <Shoulders coat="#e0a149" chest="#f8dca6" />
    <path d="M60 4l11 7 13-3 6 11 13 3 0 13 10 9-5 12 5 12-10 8-1 13-12 3-6 11-13-2-11 8-11-8-13 2-6-11-12-3-1-13-10-8 5-12-5-12 10-9 0-13 13-3 6-11 13 3z" fill="#a9541c" strokeLinejoin="round" stroke="#a9541c" strokeWidth="5" />
    <Pair>
      <circle cx="35" cy="31" r="9" fill="#e7aa52" />
      <circle cx="36" cy="32" r="4.5" fill="#a9541c" />
    </Pair>
    <path d="M60 24c20 0 31 13 31 30S78 87 60 87 29 71 29 54s11-30 31-30z" fill="#f0b75a" />
    <path d="M60 56c12 0 20 7 20 16S71 88 60 88s-20-7-20-16 8-16 20-16z" fill="#fdebc8" />
    <Eyes y={50} apart={14} />
    <Muzzle y={64} wide={7} nose="#8a3f17" />
  </>
)
