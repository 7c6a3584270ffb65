import { isDemonstration } from '@da06/domain';
import { alertRaisedType, businessRegisteredType, identityReadType, incidentRecordedType, incidentUpdatedType, keyIssuedType, keyRevokedType, outageDeclaredType, parseEvent, personLinkedType, registerBatchReceivedType, statisticReleasedType, topics, watchEntryAddedType } from '@da06/events';
import { readAll, type EventLog, type LogRecord } from '@da06/event-log';
import { vaultTopic } from '@da06/vault';
import { setImmediate } from 'node:timers/promises';

export type RemovalCounts = {
  readonly facilities: number;
  readonly stays: number;
  /** Records of registers. */
  readonly records: number;
  /** Everything that goes from the log, the next five among it. */
  readonly events: number;
  readonly keys: number;
  readonly readings: number;
  readonly links: number;
  /** Counts of sealed data that were released while simulated residents were in the register. */
  readonly releases: number;
  /** Steps, reports and counted figures of the programme. */
  readonly programme: number;
  /** Records of the vault: the keys that the demonstration's identities are sealed under. */
  readonly vaultRecords: number;
};

/** What of a log is the demonstration's. */
export type Removable = {
  readonly counts: RemovalCounts;
  readonly goes: (record: Pick<LogRecord, 'topic' | 'value'>) => boolean;
  /** Keys of records of the vault that nothing else uses. */
  readonly vaultKeys: readonly string[];
};

/** Topics whose events say themselves that they are simulated. */
const topicsOfProgramme: readonly string[] = [topics.steps, topics.reports];
/** Every topic in which something of the demonstration may stand. */
export const topicsOfDemonstration = [topics.stays, topics.registry, topics.security, ...topicsOfProgramme] as const;

type Data = Readonly<Record<string, unknown>>;
type Found = { readonly type: string; readonly subject: string; readonly sequence: string; readonly data: Data };

const prefix = Buffer.from('"demo-');
const simulatedMark = Buffer.from('"simulated":true');
const linkType = Buffer.from(`"${personLinkedType}"`);
/** Entries of the watch-list and alerts, and what became of each. */
const lives: readonly Buffer[] = ['"vn.da06.watch-entry.', '"vn.da06.alert.'].map((text) => Buffer.from(text));
const readingType = Buffer.from(`"${identityReadType}"`);
const hashes = /[0-9a-f]{32}/g;
const sealedBy = /"keyId":"([^".]+)/g;

const bytesOf = (value: Uint8Array): Buffer => Buffer.from(value.buffer, value.byteOffset, value.byteLength);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const read = (value: Uint8Array): Found | undefined => {
  const parsed = parseEvent(value);
  return parsed.ok ? { type: parsed.event.type, subject: parsed.event.subject, sequence: parsed.event.sequence, data: parsed.event.data } : undefined;
};

/** Told by a reference that is the sender's own. */
const ofReference: ReadonlySet<string> = new Set([outageDeclaredType, incidentRecordedType, incidentUpdatedType]);

/** Of its facility, a business by its id, a record of a register, an outage and an incident by its reference, a request to a register that says so itself, or a key that opens facilities of the demonstration alone. */
const isOfDemonstration = ({ type, data }: Found): boolean => {
  const { facilities } = data;
  if (type === keyIssuedType) return Array.isArray(facilities) && facilities.length > 0 && facilities.every((id) => isDemonstration(textOf(id)));
  if (type === registerBatchReceivedType) return data['simulated'] === true;
  if (typeof data['register'] === 'string' || ofReference.has(type)) return isDemonstration(textOf(data['ref']));
  if (type === businessRegisteredType) return isDemonstration(textOf(data['id']));
  return isDemonstration(textOf(data['facility'])) || (type.startsWith('vn.da06.facility.') && isDemonstration(textOf(data['id'])));
};

/** The entry of the watch-list, or the alert, that an event tells of; '' for any other. */
const lifeOf = ({ type, data }: Found): string => (type.startsWith('vn.da06.watch-entry.') ? textOf(data['entry']) : type.startsWith('vn.da06.alert.') ? textOf(data['alert']) : '');

/** The person whose record of a register was read; such a reading names no reference. */
const readInRegister = ({ type, subject, data }: Found): string => (type === identityReadType && !subject.includes('/') && data['facility'] === '' ? textOf(data['personKey']) : '');

/**
 * Looks through the log for what is the demonstration's. A link between two papers of a person names no facility: it goes when something of the
 * demonstration named one of the papers and nothing else did; so does the reading of a person's record. A count of what is sealed goes when it was
 * released after the first simulated resident: it counts people who never were, and is made again when asked for. A simulated entry of the watch-list
 * or alert goes with all that became of it. Two walks; most records are told by their bytes.
 */
export const findRemovable = async (log: EventLog): Promise<Removable> => {
  const revocable = new Set<string>();
  const links = new Map<string, readonly [string, string]>();
  const papers = new Set<string>();
  const simulatedLives = new Set<string>();
  await walk(log, ({ topic, value }) => {
    if (topic === topics.stays && !value.includes(linkType)) return;
    if (topic === topics.security && !value.includes(readingType) && !value.includes(simulatedMark)) return;
    const event = read(value);
    if (event !== undefined && (event.type === watchEntryAddedType || event.type === alertRaisedType) && event.data['simulated'] === true) simulatedLives.add(lifeOf(event));
    const person = event === undefined ? '' : readInRegister(event);
    if (person !== '') papers.add(person);
    if (event?.type === keyIssuedType && isOfDemonstration(event)) revocable.add(textOf(event.data['id']));
    if (event?.type !== personLinkedType) return;
    const pair = [textOf(event.data['cmndKey']), textOf(event.data['cccdKey'])] as const;
    links.set(pair.join(' '), pair);
    for (const paper of pair) papers.add(paper);
  });

  /** The first of a simulated resident in the order of taking in; '' = none. Known once the walk has passed the topic of stays, the first of all. */
  let firstResident = '';
  const countedSimulated = ({ type, sequence }: Found): boolean => type === statisticReleasedType && firstResident !== '' && sequence > firstResident;
  const directly = ({ topic, value }: Pick<LogRecord, 'topic' | 'value'>): boolean => {
    const bytes = bytesOf(value);
    if (topicsOfProgramme.includes(topic)) return bytes.includes(simulatedMark) && read(value)?.data['simulated'] === true;
    if (topic === topics.security && lives.some((life) => bytes.includes(life))) {
      const event = read(value);
      return event !== undefined && simulatedLives.has(lifeOf(event));
    }
    if (topic !== topics.registry && !bytes.includes(prefix) && !bytes.includes(simulatedMark)) return false;
    const event = read(value);
    return event !== undefined && (isOfDemonstration(event) || countedSimulated(event) || (event.type === keyRevokedType && revocable.has(textOf(event.data['id']))));
  };
  const named = { going: new Set<string>(), staying: new Set<string>() };
  const sealed = { going: new Set<string>(), staying: new Set<string>() };
  const stays = new Set<string>();
  const facilities = new Set<string>();
  const references = new Set<string>();
  const counted = { events: 0, keys: 0, readings: 0, releases: 0, programme: 0 };
  await walk(log, ({ topic, value }) => {
    const goes = directly({ topic, value });
    const side = goes ? 'going' : 'staying';
    if (topic === topics.stays && !value.includes(linkType)) {
      const text = value.toString();
      for (const [hash] of papers.size === 0 ? [] : text.matchAll(hashes)) if (papers.has(hash)) named[side].add(hash);
      for (const [, chunk = ''] of text.matchAll(sealedBy)) sealed[side].add(chunk);
    }
    if (!goes) return;
    counted.events += 1;
    if (topicsOfProgramme.includes(topic)) counted.programme += 1;
    const event = read(value);
    if (event === undefined) return;
    if (event.type === identityReadType) counted.readings += 1;
    if (event.type === keyIssuedType) counted.keys += 1;
    if (event.type === statisticReleasedType) counted.releases += 1;
    if (topic === topics.registry && event.type.startsWith('vn.da06.facility.')) facilities.add(textOf(event.data['id']));
    if (topic === topics.stays && event.data['register'] !== undefined && event.data['ref'] !== undefined) {
      references.add(event.subject);
      if (event.data['register'] === 'residents' && (firstResident === '' || event.sequence < firstResident)) firstResident = event.sequence;
    } else if (event.type.startsWith('vn.da06.stay.')) stays.add(`${textOf(event.data['facility'])}/${textOf(event.data['ref'])}`);
  });

  const isOfDemonstrationAlone = (paper: string): boolean => named.going.has(paper) && !named.staying.has(paper);
  const going = new Set([...links].filter(([, pair]) => pair.some((paper) => named.going.has(paper)) && !pair.some((paper) => named.staying.has(paper))).map(([name]) => name));
  const followers = { links: 0, readings: 0 };
  /** What goes with what it is about. */
  const follows = ({ topic, value }: Pick<LogRecord, 'topic' | 'value'>): keyof typeof followers | undefined => {
    const bytes = bytesOf(value);
    if (!(topic === topics.stays && bytes.includes(linkType)) && !(topic === topics.security && bytes.includes(readingType))) return undefined;
    const event = read(value);
    if (event?.type === personLinkedType) return going.has(`${textOf(event.data['cmndKey'])} ${textOf(event.data['cccdKey'])}`) ? 'links' : undefined;
    return event !== undefined && isOfDemonstrationAlone(readInRegister(event)) ? 'readings' : undefined;
  };
  if (papers.size > 0) {
    await walk(log, (record) => {
      const how = follows(record);
      if (how !== undefined) followers[how] += 1;
    });
  }
  const vaultKeys = [...sealed.going].filter((chunk) => !sealed.staying.has(chunk) && log.get(vaultTopic, chunk) !== undefined);
  return {
    counts: {
      facilities: facilities.size, stays: stays.size, records: references.size, ...counted, events: counted.events + followers.links + followers.readings, readings: counted.readings + followers.readings, links: followers.links,
      vaultRecords: vaultKeys.length,
    },
    goes: (record) => directly(record) || follows(record) !== undefined,
    vaultKeys,
  };
};

/** The event loop is given back between pieces. */
const walk = async (log: EventLog, onRecord: (record: { readonly topic: string; readonly value: Buffer }) => void): Promise<void> => {
  for (const topic of topicsOfDemonstration) {
    for await (const records of readAll(log, topic)) {
      for (const { value } of records) onRecord({ topic, value: bytesOf(value) });
      await setImmediate();
    }
  }
};
