import type { PopulationFaults, PopulationOptions } from './options.ts';

/**
 * What registers were told of an invented population, raw: no figure is computed. Days are YYYY-MM-DD in Vietnam, moments ISO instants in UTC. Names,
 * days of birth, ethnic groups' names and addresses are left out; a person is an id and the papers that were shown.
 */
export type PopulationTruth = {
  readonly format: 'da06-population-truth/1';
  readonly options: PopulationOptions & { readonly faults: PopulationFaults };
  /** Local midnight after the last day: everything sent before it is here. '' = endless. */
  readonly until: string;
  /** Every record that leaves an event, as sent; what was refused or repeated leaves none. */
  readonly records: readonly TruthRecord[];
  readonly requests: readonly TruthPopulationRequest[];
};

type Base = {
  /** 1, 2, 3 … in the order of sending. Of two records of one register the later has the higher sequence. */
  readonly n: number;
  /** The system's receipt time when it is played in the process with each sending's own time; over HTTP the host's clock decides instead. */
  readonly receivedAt: string;
  readonly ref: string;
  readonly revision: number;
  /** `amended`: the reference was known. */
  readonly outcome: 'accepted' | 'amended';
};

export type TruthRecord = Base & ((TruthResident & { readonly register: 'residents' }) | (TruthWorker & { readonly register: 'workers' }) | { readonly register: 'residents' | 'workers'; readonly what: 'withdraw' });

/** Who a record is about. `formerNumber`: the old identity paper (CMND) that stands beside the card: both are this person's. */
export type TruthHolder = {
  readonly person: string;
  readonly paper: { readonly kind: 'cccd' | 'cmnd' | 'passport'; readonly number: string; readonly issuingState: string };
  readonly formerNumber: string;
  readonly sex: 'M' | 'F';
  readonly birthYear: number;
  readonly nationality: string;
};

/** `unit` is the uid that the record means, whatever it wrote; '' = a move out. `formerUnit` '' = not told. */
type Where = { readonly on: string; readonly unit: string; readonly formerUnit: string };

/** What is sealed: canonical code of 2008, '' = not told. */
type Ethnic = { readonly ethnicity: string };
/** The household's number as sent; '' = not told. */
type Living = { readonly household: string; readonly relation: string };

export type TruthResident =
  | (TruthHolder & Where & Ethnic & Living & { readonly what: 'permanent'; readonly cause: 'initial' | 'birth' | 'arrival' | 'other' })
  | (TruthHolder & Where & Ethnic & Living & { readonly what: 'temporary'; readonly cause: 'initial' | 'arrival' | 'other'; readonly until: string })
  | (TruthHolder & Where & Ethnic & Living & { readonly what: 'renewal'; readonly until: string })
  | (TruthHolder & Where & Ethnic & Living & { readonly what: 'move'; readonly destination: 'inside' | 'outside' | 'abroad' })
  | (TruthHolder & Where & Ethnic & { readonly what: 'end'; readonly ends: 'permanent' | 'temporary'; readonly cause: 'moved-out' | 'abroad' | 'cancelled' | 'other' })
  | (TruthHolder & Where & Ethnic & { readonly what: 'absence'; readonly until: string; readonly case: 'a' | 'b' | 'c' | 'd' })
  | (TruthHolder & Where & Ethnic & { readonly what: 'return' })
  | (TruthHolder & Where & Ethnic & Living & { readonly what: 'household'; readonly kind: 'permanent' | 'temporary' })
  | (Where & { readonly what: 'birth'; readonly month: string; readonly sex: 'M' | 'F'; readonly ethnicity: string })
  | (TruthHolder & Where & Ethnic & { readonly what: 'death' });

export type TruthWorker = TruthHolder & Where & TruthWork & { readonly what: 'worker' };

/** '' = not told, or does not fit the status. */
export type TruthWork = {
  readonly status: 'employed' | 'unemployed' | 'inactive' | 'left';
  readonly position: 'employer' | 'own-account' | 'family-worker' | 'employee' | 'cooperative-member' | '';
  readonly occupation: string;
  readonly industry: { readonly scheme: 'vsic-2018' | 'vsic-2025' | ''; readonly code: string };
  readonly contract: 'indefinite' | 'fixed-term' | 'seasonal' | 'verbal' | 'none' | '';
  readonly socialInsurance: 'compulsory' | 'voluntary' | 'none' | '';
  readonly unemploymentInsurance: 'yes' | 'no' | '';
  readonly training: 'none' | 'no-certificate' | 'certificate' | 'elementary' | 'intermediate' | 'college' | 'university' | 'postgraduate' | '';
  readonly unemployedSince: string;
};

/** A request to a register, with what it must be answered with. */
export type TruthPopulationRequest = {
  readonly register: 'residents' | 'workers';
  readonly receivedAt: string;
  readonly method: string;
  readonly path: string;
  readonly received: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly amended: number;
  readonly rejected: number;
  readonly codes: Readonly<Record<string, number>>;
};
