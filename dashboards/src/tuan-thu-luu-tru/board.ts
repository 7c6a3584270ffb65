import type { BoardSpec } from '../board.ts';
import { openingOfFacilities } from '../opening/facilities.ts';
import { opening } from '../opening/opening.ts';
import { labelled } from '../registers/labelled.ts';
import { say, type Say } from '../text.ts';
import { kindVariable } from '../variables/kinds.ts';
import { boundary, unit } from '../variables/places.ts';
import { breakdown } from './breakdown.ts';
import { coaches } from './coaches.ts';
import { facilities } from './facilities.ts';
import { lateness } from './lateness.ts';
import { quality } from './quality.ts';
import { ofPresent, stayKinds } from './source.ts';

const first = (speak: Say) => opening(openingOfFacilities(speak, `facility_id IN (SELECT facility_id FROM facilities WHERE ${ofPresent})`), speak);

/** Compliance with stay notices (models 9 to 12): who has to tell, who does, in time and truly. */
export const stayCompliance: BoardSpec = {
  uid: 'tuan-thu-luu-tru',
  title: { vi: 'Tuân thủ thông báo lưu trú', en: 'Compliance with stay notices' },
  description: {
    vi: 'Cơ sở có khai báo, đúng hạn và đúng sự thật hay không (mô hình 9–12); số liệu hành chính (đăng ký) về nghĩa vụ, không che.',
    en: 'Whether facilities register stays, in time and truly (models 9 to 12); administrative (register) counts of duty, nothing left out.',
  },
  tags: ['da06'],
  from: 'now-30d',
  refresh: '5m',
  variables: [boundary, unit, kindVariable(stayKinds)],
  sections: (language) => [first(say(language)), ...[facilities, lateness, quality, breakdown, coaches].map((section) => labelled(section(say(language))))],
};
