import { dayNumber, dayText } from '../local-time.ts';

/** An event as it was sent: what the views of population and labour are judged by. */
export type Fact = { readonly id: string; readonly type: string; readonly sequence: string; readonly recordedtime: string; readonly data: object };

/** One record of a register as it was told at one time. Days are YYYY-MM-DD in Vietnam; '' = not told, or no such field. `order` is above that of everything told before it. */
export type Told = {
  readonly what: string; readonly register: string; readonly ref: string; readonly revision: number; readonly order: string; readonly recordedOn: string;
  /** Key of the paper that was shown; '' of births and withdrawals. */
  readonly paper: string;
  readonly sex: string; readonly birthYear: number; readonly nationality: string; readonly on: string; readonly until: string; readonly month: string; readonly unit: string; readonly formerUnit: string;
  readonly kind: string; readonly cause: string; readonly destination: string; readonly household: string; readonly relation: string;
  readonly status: string; readonly position: string; readonly occupation: string; readonly section2018: string; readonly section2025: string; readonly sectionExact: boolean; readonly contract: string;
  readonly socialInsurance: string; readonly unemploymentInsurance: string; readonly training: string; readonly unemployedSince: string;
};

/** A record that says nothing yet. */
export const nothingTold: Told = {
  what: '', register: '', ref: '', revision: 0, order: '', recordedOn: '', paper: '', sex: '', birthYear: 0, nationality: '', on: '', until: '', month: '', unit: '', formerUnit: '', kind: '', cause: '', destination: '', household: '', relation: '',
  status: '', position: '', occupation: '', section2018: '', section2025: '', sectionExact: false, contract: '', socialInsurance: '', unemploymentInsurance: '', training: '', unemployedSince: '',
};

/** Two papers of one person: the old one and the card that it was seen with. */
export type Link = { readonly cmnd: string; readonly cccd: string };

/** A version of a unit, and where its people stand on other boundaries. */
type UnitVersion = {
  readonly uid: string; readonly code: string; readonly nameVi: string; readonly level: string; readonly type: string; readonly urban: boolean; readonly parent: string; readonly validFrom: string; readonly validTo: string;
  readonly areaKm2: number; readonly population: number; readonly lat: number; readonly lon: number;
  readonly projections: readonly { readonly unit: string; readonly from: string; readonly to: string; readonly weight: number; readonly exact: boolean }[];
  readonly areas: readonly { readonly area: string; readonly nameVi: string; readonly weight: number; readonly exact: boolean }[];
};

/** What a figure means. */
type Definition = Readonly<Record<'code' | 'vi' | 'en' | 'definitionVi' | 'definitionEn' | 'formula' | 'unit' | 'source' | 'scope' | 'nature' | 'kind' | 'direction', string>> & { readonly model: number };

/** All that the oracle starts from. `newest`: the local day of the newest receipt. `nights`: guests staying overnight, by place of the stay's unit. */
export type Facts = { readonly told: readonly Told[]; readonly links: readonly Link[]; readonly units: readonly UnitVersion[]; readonly definitions: readonly Definition[]; readonly nights: readonly GuestNight[]; readonly newest: string };
export type GuestNight = { readonly night: string; readonly unit: string };

/** The moment of a view: the end of the day `asOf`, on the boundaries of a day, as known at the end of a day. */
export type Asked = { readonly asOf: string; readonly boundary: string; readonly knownAt: string };

const prefix = /^vn\.da06\./;
const recordTypes = /^(?:residence|absence|household|birth|death|worker|record)\./;

/** Reads what events say of records, papers and units; other events count for the newest day alone. */
export const factsOf = (events: readonly Fact[], nights: readonly GuestNight[] = []): Facts => {
  const told: Told[] = [];
  const links: Link[] = [];
  const units = newestOf<UnitVersion>();
  const definitions = newestOf<Definition>();
  for (const { id, type, sequence, recordedtime, data } of events) {
    const what = type.replace(prefix, '').replace(/\.v\d+$/, '');
    const order = `${sequence} ${id}`;
    const recordedOn = localDayOf(recordedtime);
    if (recordTypes.test(what)) told.push(toldOf(what, order, recordedOn, data));
    // The harness wrote these events itself, through the schemas' own door; the oracle shares no schema with what it judges.
    else if (what === 'person.linked') {
      const { cccdKey, cmndKey } = data as { readonly cccdKey: string; readonly cmndKey: string };
      links.push({ cccd: cccdKey, cmnd: cmndKey });
    } else if (what === 'unit.published') units.tell((data as UnitVersion).uid, order, data as UnitVersion);
    else if (what === 'indicator.defined') definitions.tell((data as Definition).code, order, data as Definition);
  }
  return { told, links, units: units.all(), definitions: definitions.all(), nights, newest: events.map(({ recordedtime }) => localDayOf(recordedtime)).sort().at(-1) ?? '1970-01-01' };
};

/** Of several of one name the one that was told last. */
const newestOf = <T>() => {
  const held = new Map<string, { readonly order: string; readonly value: T }>();
  return {
    tell: (name: string, order: string, value: T): void => {
      if ((held.get(name)?.order ?? '') < order) held.set(name, { order, value });
    },
    all: (): T[] => [...held.values()].map(({ value }) => value),
  };
};

const localDayOf = (moment: string): string => dayText(dayNumber(Date.parse(moment)));

const toldOf = (what: string, order: string, recordedOn: string, data: object): Told => {
  const text = (name: string, from: object = data): string => {
    const value = (from as Readonly<Record<string, unknown>>)[name];
    return typeof value === 'string' ? value : '';
  };
  const number = (name: string): number => Number((data as Readonly<Record<string, unknown>>)[name] ?? 0);
  const industry = (data as { readonly industry?: { readonly exact?: boolean } }).industry ?? {};
  return {
    what, order, recordedOn, register: text('register'), ref: text('ref'), revision: number('revision'), paper: text('personKey'), sex: text('sex'), birthYear: number('birthYear'), nationality: text('nationality'),
    on: text('on'), until: text('until'), month: text('month'), unit: text('unit'), formerUnit: text('formerUnit'), kind: text('kind'), cause: text('cause'), destination: text('destination'), household: text('household'),
    relation: text('relation'), status: text('status'), position: text('position'), occupation: text('occupation'), section2018: text('section2018', industry), section2025: text('section2025', industry), sectionExact: industry.exact === true, contract: text('contract'),
    socialInsurance: text('socialInsurance'), unemploymentInsurance: text('unemploymentInsurance'), training: text('training'), unemployedSince: text('unemployedSince'),
  };
};
