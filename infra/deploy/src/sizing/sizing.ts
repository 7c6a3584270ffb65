/** Measured on 2026-11-24, embedded host, 50,000 stays over 300 days and a second event for 43,472 of them (infra/README.md, "What was measured"). Bytes. */
export const measured = {
  event: 1_890,
  /** One event alone in a gzip batch, as single registrations are sent; 100 or more of them in one. */
  eventPackedAlone: 1_060,
  eventPackedTogether: 400,
  /** The wrapped key of a person sent alone: chunk format, GCM, record. */
  vaultRecord: 150,
  warehouseStay: 372 + 2 * 37 + 37,
  warehouseEvent: 33,
  indexStay: 557,
};

/** What is assumed; each is a knob. */
export const assumed = {
  staysPerInhabitant: 2.5,
  eventsPerStay: 2.5,
  /** Share of events that come in files and batches, and not one by one. */
  batched: 0.5,
  /** Registrations of a feast day against an average day, and their share in the hour before the deadline of 23:00. */
  feastDay: 3,
  lastHour: 1 / 3,
  /** Room for merges under way, and for a filling disk to be noticed. */
  room: 2,
};

export type Size = {
  readonly stays: number;
  readonly events: number;
  readonly averagePerSecond: number;
  readonly peakPerSecond: number;
  readonly logBytes: number;
  readonly warehouseBytes: number;
  readonly indexBytes: number;
};

/** What a year of an area comes to: counts, events a second, bytes of one copy without room. */
export const yearOf = (inhabitants: number): Size => {
  const stays = inhabitants * assumed.staysPerInhabitant;
  const events = stays * assumed.eventsPerStay;
  const packed = assumed.batched * measured.eventPackedTogether + (1 - assumed.batched) * measured.eventPackedAlone;
  const perDay = events / 365;
  return {
    stays,
    events,
    averagePerSecond: perDay / 86_400,
    peakPerSecond: (perDay * assumed.feastDay * assumed.lastHour) / 3_600,
    logBytes: events * (packed + (1 - assumed.batched) * measured.vaultRecord),
    warehouseBytes: stays * measured.warehouseStay + events * measured.warehouseEvent,
    indexBytes: stays * measured.indexStay,
  };
};
