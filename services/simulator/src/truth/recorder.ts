import { dayMs, instant, localDay } from '@da06/domain';
import { capturedOf, isScanned } from '../feed/item.ts';
import type { Emitted } from '../feed/emit.ts';
import type { Settled } from '../options.ts';
import type { Presence } from '../oversight/presences.ts';
import type { Oversight, TruthUnregistered } from '../oversight/truth.ts';
import type { Paper, Person } from '../people/person.ts';
import type { Stay } from '../stays/stay.ts';
import { unitOn, versionsOf, type FacilityPlan } from '../world/facility.ts';
import type { Truth, TruthPaper, TruthPerson, TruthRequest, TruthStay } from './truth.ts';

/** Keeps what was sent, until it is told as the truth. */
export type Recorder = { readonly add: (emitted: Emitted) => void; /** Guests who are there and of whom nothing was or will be taken. */ readonly miss: (presence: Presence) => void; readonly truth: (options: Settled, start: number, plans: readonly FacilityPlan[]) => Truth };

export const createRecorder = (): Recorder => {
  const stays: Stay[] = [];
  const requests: TruthRequest[] = [];
  const emptyDays: { facility: string; day: string; receivedAt: string }[] = [];
  const told: { readonly [Name in keyof Oversight]: Oversight[Name][number][] } = { trips: [], inspections: [], outages: [], businesses: [], incidents: [] };
  const unregistered: TruthUnregistered[] = [];
  return {
    add: ({ sending, appeared, tellings = {} }) => {
      const { facility, method, path, contentType, expected } = sending;
      const receivedAt = instant(sending.at);
      stays.push(...appeared);
      told.trips.push(...(tellings.trips ?? []));
      told.inspections.push(...(tellings.inspections ?? []));
      told.outages.push(...(tellings.outages ?? []));
      told.businesses.push(...(tellings.businesses ?? []));
      told.incidents.push(...(tellings.incidents ?? []));
      if (expected.about === 'empty-day') emptyDays.push({ facility, day: path.split('/').at(-2) ?? '', receivedAt });
      else if (expected.about === 'stays' || expected.about === 'trips') {
        const { about: _, ...counts } = expected;
        requests.push({ facility, receivedAt, method, path, contentType, ...counts });
      }
    },
    miss: ({ facility, arrivedAt, leavesAt, guests }) => void unregistered.push({ facility: facility.plan.id, arrivedAt: instant(arrivedAt), leavesAt: instant(leavesAt), guests }),
    truth: (options, start, plans) => {
      return {
        format: 'da06-truth/1', options, until: Number.isFinite(options.days) ? instant(start + options.days * dayMs) : '',
        facilities: plans.map((plan) => ({ id: plan.id, versions: versionsOf(plan) })),
        persons: [...new Map(stays.map(({ person }) => [person.id, personOf(person)])).values()],
        stays: stays.map((stay) => stayOf(stay)),
        requests, emptyDays, links: linksOf(stays), oversight: told, unregistered,
      };
    },
  };
};

const paperOf = ({ kind, number, issuingState }: Paper): TruthPaper => ({ kind, number, issuingState });
const personOf = ({ id, paper, former, nationality }: Person): TruthPerson => ({ id, papers: [paperOf(paper), ...(former === undefined ? [] : [paperOf(former)])], nationality });

const stayOf = (stay: Stay): TruthStay => {
  const { record, person, told } = stay;
  const { home } = record;
  const day = localDay(record.arrivedAt);
  return {
    facility: stay.facility.plan.id, ref: stay.ref, person: person.id, paper: paperOf(stay.paper),
    unit: unitOn(stay.facility.plan, day),
    nationality: person.nationality, sex: record.sex, birthYear: Number(record.birthDate.slice(0, 4)),
    homeProvince: home?.province.code ?? '', homeWard: isScanned(stay) ? '' : (home?.ward ?? ''), reason: record.reason, room: record.room, captured: capturedOf(stay, isScanned(stay)),
    arrivedAt: instant(record.arrivedAt), hourKnown: record.hourKnown, expectedDepartureAt: instant(record.expectedAt), departedAt: record.departedAt === undefined ? null : instant(record.departedAt),
    permittedUntil: record.permittedUntil ?? null, cancelled: told?.cancelled ?? false, firstReceivedAt: instant(told?.firstReceivedAt ?? 0), wholeReceivedAt: (told?.wholeAt ?? []).map(instant),
    notifiedAt: record.notifiedAt === undefined ? null : instant(record.notifiedAt),
    standings: stay.standings.map(({ at, home: then, ...standing }) => ({
      receivedAt: instant(at), arrivedAt: instant(standing.arrivedAt), expectedDepartureAt: instant(standing.expectedAt), departedAt: standing.departedAt === undefined ? null : instant(standing.departedAt),
      reason: standing.reason, homeWard: isScanned(stay) ? '' : (then?.ward ?? ''), cancelled: standing.cancelled,
    })),
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
