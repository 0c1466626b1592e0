import { Eyes, Muzzle, Pair, Shoulders } from './parts'

export const Tiger = () => (
  <>
    <Shoulders coat="#e8862e" chest="#fff3e0" />
    <Pair>
      <circle cx="30" cy="28" r="12.5" fill="#e8862e" />
      <circle cx="31" cy="29" r="6.5" fill="#fff3e0" />
      <path d="M20 104l13 2m-10-13l12 5" stroke="#33231a" strokeWidth="4" strokeLinecap="round" />
    </Pair>
    <path d="M60 17c24 0 38 14 38 35 0 21-17 35-38 35S22 73 22 52c0-21 14-35 38-35z" fill="#f19b3f" />
    <Pair>
      <path d="M23 60c8-5 18-4 23 2 5 7 6 16 6 25-15-3-26-13-29-27z" fill="#fff3e0" />
      <path d="M24 46l11 3m-10 9l9 1m11-35l2 9" stroke="#33231a" strokeWidth="4" strokeLinecap="round" />
    </Pair>
    <path d="M60 20v14" stroke="#33231a" strokeWidth="4" strokeLinecap="round" />
    <ellipse cx="60" cy="71" rx="19" ry="15" fill="#fff3e0" />
    <Eyes apart={16} y={48} />
    <Muzzle y={63} wide={7} nose="#c4574f" />
  </>
)
