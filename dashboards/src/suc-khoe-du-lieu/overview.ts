import type { SectionSpec } from '../board.ts';
import { ofFacility } from '../clickhouse/sql.ts';
import { openingOfFacilities } from '../opening/facilities.ts';
import { opening } from '../opening/opening.ts';
import type { Say } from '../text.ts';

export const overview = (say: Say): SectionSpec => opening(openingOfFacilities(say, ofFacility), say);
