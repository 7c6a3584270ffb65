import { dayMs, instant, localDay } from '@da06/domain';
import { capturedOf, isScanned } from '../feed/item.ts';
import type { Emitted } from '../feed/emit.ts';
import type { Settled } from '../options.ts';
import type { Paper, Person } from '../people/person.ts';
import type { Stay } from '../stays/stay.ts';
import type { FacilityPlan } from '../world/facility.ts';
import type { Truth, TruthPaper, TruthPerson, TruthRequest, TruthStay } from './truth.ts';

/** Keeps what was sent, until it is told as the truth. */
export type Recorder = { readonly add: (emitted: Emitted) => void; readonly truth: (options: Settled, start: number, plans: readonly FacilityPlan[]) => Truth };

export const createRecorder = (): Recorder => {
  const stays: Stay[] = [];
  const requests: TruthRequest[] = [];
  const emptyDays: { facility: string; day: string; receivedAt: string }[] = [];
  return {
    add: ({ sending, appeared }) => {
      const { facility, method, path, contentType, expected } = sending;
      const receivedAt = instant(sending.at);
      stays.push(...appeared);
      if (expected.about === 'empty-day') emptyDays.push({ facility, day: path.split('/').at(-2) ?? '', receivedAt });
      else if (expected.about === 'stays') {
        const { about: _, ...counts } = expected;
        requests.push({ facility, receivedAt, method, path, contentType, ...counts });
      }
    },
    truth: (options, start, plans) => {
      const units = new Map(plans.map((plan) => [plan.id, versionsOf(plan)]));
      return {
        format: 'da06-truth/1', options, until: Number.isFinite(options.days) ? instant(start + options.days * dayMs) : '',
        facilities: plans.map((plan) => ({ id: plan.id, versions: versionsOf(plan) })),
        persons: [...new Map(stays.map(({ person }) => [person.id, personOf(person)])).values()],
        stays: stays.map((stay) => stayOf(stay, units.get(stay.facility.plan.id) ?? [])),
        requests, emptyDays, links: linksOf(stays),
      };
    },
  };
};

const versionsOf = ({ body, changes }: FacilityPlan): readonly FacilityPlan['body'][] => [body, ...changes];

const paperOf = ({ kind, number, issuingState }: Paper): TruthPaper => ({ kind, number, issuingState });
const personOf = ({ id, paper, former, nationality }: Person): TruthPerson => ({ id, papers: [paperOf(paper), ...(former === undefined ? [] : [paperOf(former)])], nationality });

const stayOf = (stay: Stay, versions: readonly FacilityPlan['body'][]): TruthStay => {
  const { record, person, told } = stay;
  const { home } = record;
  const day = localDay(record.arrivedAt);
  return {
    facility: stay.facility.plan.id, ref: stay.ref, person: person.id, paper: paperOf(stay.paper),
    unit: versions.findLast(({ validFrom }) => validFrom <= day)?.unit ?? '',
    nationality: person.nationality, sex: record.sex, birthYear: Number(record.birthDate.slice(0, 4)),
    homeProvince: home?.province.code ?? '', homeWard: isScanned(stay) ? '' : (home?.ward ?? ''), reason: record.reason, room: record.room, captured: capturedOf(stay, isScanned(stay)),
    arrivedAt: instant(record.arrivedAt), hourKnown: record.hourKnown, expectedDepartureAt: instant(record.expectedAt), departedAt: record.departedAt === undefined ? null : instant(record.departedAt),
    permittedUntil: record.permittedUntil ?? null, cancelled: told?.cancelled ?? false, firstReceivedAt: instant(told?.firstReceivedAt ?? 0),
    notifiedAt: record.notifiedAt === undefined ? null : instant(record.notifiedAt),
    events: { ...stay.events },
  };
};

const linksOf = (stays: readonly Stay[]): Truth['links'] => {
  const links = new Map<string, Truth['links'][number]>();
  for (const { paper, former, told } of stays) {
    if (former === undefined || told === undefined || links.has(paper.number)) continue;
    links.set(paper.number, { cccd: paper.number, cmnd: former.number, firstReceivedAt: instant(told.firstReceivedAt) });
  }
  return [...links.values()];
};
