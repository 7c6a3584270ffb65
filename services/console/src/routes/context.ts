import type { Logger, WithBody } from '@da06/service-kit';
import type { ReaderOf } from '../access/reader.ts';
import type { OverviewAnswer } from '../api.ts';
import type { Live } from '../live/live.ts';
import type { ViewerFiles } from '../pages/viewer-files.ts';
import type { Ask } from '../questions/ask.ts';

/** What routes work with. */
export type Context = {
  readonly readerOf: ReaderOf;
  readonly withBody: WithBody;
  readonly ask: Ask;
  readonly live: Live;
  readonly overview: () => Promise<OverviewAnswer>;
  readonly viewer: ViewerFiles;
  readonly logger: Logger;
};
