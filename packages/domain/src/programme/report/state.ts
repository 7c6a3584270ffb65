import type { ReportAmended, ReportSubmitted, ReportSubmittedData } from '@da06/events';
import { withoutCommand, type Commanded } from '../commanded.ts';

/** What the fold needs of an event of a report's stream; every envelope of `@da06/events` fits. */
export type ReportEvent = { readonly type: string; readonly streamversion?: number | undefined; readonly recordedtime?: string | undefined; readonly data: object };
export type KnownReportEvent = Pick<ReportSubmitted | ReportAmended, 'type' | 'data'>;

/** A report without what is about the command that brought it. */
export type Report = Omit<ReportSubmittedData, keyof Commanded>;
/** What a report says. */
export type ReportContent = Pick<Report, 'nothing' | 'models'>;

export type ReportState = {
  /** The highest streamversion folded in, 0 = nothing is known; also the number of the revision that is current. */
  readonly version: number;
  /** The current one, null = none is in. */
  readonly report: Report | null;
  /** recordedtime of the first submission: it decides whether the report is late. '' = none is in, or it was decided just now. */
  readonly submittedAt: string;
  /** Whether the newest event is of the demonstration. */
  readonly simulated: boolean;
};

export const initialReport: ReportState = { version: 0, report: null, submittedAt: '', simulated: false };

/** The state after one more event of a report's stream. Total, as `evolveModel` is: an event whose streamversion is not above the held one changes nothing. */
export const evolveReport = (state: ReportState, event: ReportEvent): ReportState => {
  const version = event.streamversion ?? state.version + 1;
  if (version <= state.version) return state;
  const known = event as KnownReportEvent & { readonly recordedtime?: string };
  switch (known.type) {
    case 'vn.da06.report.submitted.v1':
    case 'vn.da06.report.amended.v1': {
      const { simulated } = known.data;
      return { version, report: withoutCommand(known.data), submittedAt: state.report === null ? (known.recordedtime ?? '') : state.submittedAt, simulated };
    }
    default:
      return { ...state, version };
  }
};
