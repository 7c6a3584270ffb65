/** A paper as a desk types it. `issuingState` only where it is not Vietnam. */
export type Paper = { readonly kind: 'cccd' | 'cmnd' | 'passport' | 'birth-certificate'; readonly number: string; readonly issuingState: string };

export type Home = {
  /** Code of the portal's list, and the name that stands on cards. */
  readonly province: { readonly code: string; readonly name: string };
  /** GSO code of the commune where it is one of the district's own, else ''. */
  readonly ward: string;
  readonly address: string;
};

/** An invented person. Nothing of it can be a real person's: see the README for how names, numbers and phones are made. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly sex: 'M' | 'F' | 'X';
  readonly birthYear: number;
  /** YYYY-MM-DD, or the year alone as on papers of some old people. */
  readonly birthDate: string;
  readonly nationality: string;
  /** Undefined = lives abroad. */
  readonly home: Home | undefined;
  readonly phone: string;
  /** What the person shows: identity card, passport, or a child's birth certificate. */
  readonly paper: Paper;
  /** The identity paper that the card has replaced. */
  readonly former: Paper | undefined;
};
