import type { Shape, StayGroupName } from '@da06/events';

export type CheckInShape = Extract<Shape, 'native' | 'csv' | 'xlsx' | 'xml' | 'qr' | 'kbtt-foreign' | 'kbtt-vietnamese'>;

const allGroups: readonly StayGroupName[] = [
  'person', 'nationality', 'sex', 'birthYear', 'residence', 'arrival', 'expectedDeparture', 'departure', 'permittedUntil', 'room', 'reason', 'notified', 'captured',
];

/** Groups that a shape cannot name: a check-in of it leaves them as they are. */
const lacking: Readonly<Record<CheckInShape, readonly StayGroupName[]>> = {
  native: [],
  csv: [],
  xlsx: ['permittedUntil', 'notified', 'captured', 'departure'],
  xml: ['residence', 'reason', 'notified', 'captured'],
  qr: ['permittedUntil', 'notified', 'departure'],
  'kbtt-foreign': ['residence', 'reason', 'notified', 'captured', 'departure'],
  'kbtt-vietnamese': ['permittedUntil', 'notified', 'captured', 'departure'],
};

/** The groups a check-in carries, and the members `sets` and `groups` made of the values of all groups. */
export type CarriedGroups = { readonly names: readonly StayGroupName[]; readonly json: (values: readonly string[]) => string };

const carry = (shape: CheckInShape, departure: boolean): CarriedGroups => {
  const names = allGroups.filter((name) => !lacking[shape].includes(name) && (departure || name !== 'departure'));
  const parts = names.map((name, index) => ({ place: allGroups.indexOf(name), prefix: `${index === 0 ? '' : ','}"${name}":` }));
  const sets = `,"sets":${JSON.stringify(names)},"groups":{`;
  return {
    names,
    json: (values) => {
      let text = sets;
      for (const { place, prefix } of parts) text += prefix + (values[place] ?? 'null');
      return `${text}}`;
    },
  };
};

const both = (shape: CheckInShape): readonly [CarriedGroups, CarriedGroups] => [carry(shape, false), carry(shape, true)];
const carried: Readonly<Record<CheckInShape, readonly [CarriedGroups, CarriedGroups]>> = {
  native: both('native'), csv: both('csv'), xlsx: both('xlsx'), xml: both('xml'), qr: both('qr'), 'kbtt-foreign': both('kbtt-foreign'), 'kbtt-vietnamese': both('kbtt-vietnamese'),
};

/** What a check-in of a shape carries; a departure only if the record names one. */
export const carriedGroups = (shape: CheckInShape, departure: boolean): CarriedGroups => carried[shape][departure ? 1 : 0];
