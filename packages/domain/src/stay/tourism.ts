/** What decides whether the nights of a stay are a tourist's. */
export type StayPurpose = {
  /** Whether the facility's kind counts as tourism (hotel, motel, guest-house). */
  readonly tourism: boolean;
  /** Code of the reason, '' = unknown: the portal's foreign shape names none. */
  readonly reason: string;
  /** Ward of the guest's residence, portal or GSO code, '' = unknown. */
  readonly homeWard: string;
  /** The facility's unit on the day of arrival, a uid such as W25357@2025. */
  readonly unit: string;
};

const purposes: ReadonlySet<string> = new Set(['', 'tourism', 'business', 'visit', 'family-visit', 'conference']);

/**
 * Whether a stay may count as tourism (dossier 5.3): a tourist facility, a purpose of travel, business or visit, and a guest who does not
 * live in that very commune. Stays merged to 30 days or more lose it in `nightsOf`.
 */
export const countsAsTourist = ({ tourism, reason, homeWard, unit }: StayPurpose): boolean => tourism && purposes.has(reason) && !(homeWard !== '' && homeWard.endsWith(unit.slice(1, 6)));
