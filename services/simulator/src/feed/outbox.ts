import { localDay, startOfLocalDay } from '@da06/domain';
import type { FaultRates } from '../options.ts';
import type { Draw } from '../random.ts';
import type { Change, Stay } from '../stays/stay.ts';
import type { Facility } from '../world/facility.ts';
import type { Downtimes } from './downtime.ts';
import { drawFlaw, type Flaw } from './flaws.ts';
import type { Message } from './message.ts';

/** Something that happened at the desk, and when it was written down. */
export type Notice = { readonly moment: number; readonly change: Change };

/** Turns what happens at a facility's desk into messages, as its software sends them. */
export type Outbox = {
  /** Plans the messages about one stay; the first notice is its check-in. Returns when the last of them is sent, undefined if it is never registered. */
  readonly tell: (draw: Draw, stay: Stay, notices: readonly Notice[]) => number | undefined;
  /** Says that nobody came on the day of a moment. */
  readonly tellEmptyDay: (draw: Draw, midnight: number) => void;
  /** A file that was sent takes nothing more. */
  readonly close: (at: number) => void;
};

type Deps = { readonly facility: Facility; readonly downtimes: Downtimes; readonly faults: FaultRates; /** Takes a planned message in. */ readonly post: (message: Message) => void; readonly nextOrder: () => number };

const minute = 60_000;
const hour = 3_600_000;
const dayMs = 86_400_000;
/** A sender waits so long at most before it sends again. */
const mostRetryMs = 90_000;

/** Local hours at which files are sent. */
const fileHours: Readonly<Record<Facility['style'], readonly number[]>> = { single: [], json: [7.5, 13, 18, 22.5], ndjson: [7.4, 12.5, 17.5, 20.5, 22.6], csv: [7.6, 22.4] };

export const createOutbox = ({ facility, downtimes, faults, post, nextOrder }: Deps): Outbox => {
  const files = new Map<number, Message>();
  const shift = (facility.index % 12) * minute;

  /** The moment itself, or soon after the feed is up again, in the order in which things happened. */
  const whenUp = (moment: number): number => {
    const down = downtimes.at(moment);
    return down === undefined ? moment : down.until + 10_000 + Math.floor((moment - down.from) / 600);
  };

  /** When the next file goes out. */
  const fileTime = (moment: number): number => {
    const midnight = startOfLocalDay(moment);
    const hours = fileHours[facility.style];
    const next = hours.find((at) => midnight + at * hour + shift > moment);
    const at = next === undefined ? midnight + dayMs + (hours[0] ?? 0) * hour + shift : midnight + next * hour + shift;
    return downtimes.at(at)?.until ?? at;
  };

  const fileTimeAfter = (moment: number, notBefore: number): number => fileTime(Math.max(moment, notBefore));

  const compose = (at: number, what: Message['what'], given: Partial<Pick<Message, 'entries' | 'day'>> = {}): Message => {
    const message: Message = { at, order: nextOrder(), facility, what, entries: given.entries ?? [], day: given.day ?? '', repeats: undefined, repeated: false };
    post(message);
    return message;
  };

  /** A timeout: the sender cannot know whether it was taken, and sends it again. Returns when the last of it is sent. */
  const perhapsTwice = (draw: Draw, message: Message): number => {
    if (!draw.chance(faults.duplicate)) return message.at;
    const again: Message = { ...message, at: message.at + draw.between(20, mostRetryMs / 1_000) * 1_000, order: nextOrder(), repeats: message, repeated: false };
    message.repeated = true;
    post(again);
    return again.at;
  };

  const intoFile = (draw: Draw, at: number, stay: Stay, change: Change, flaw: Flaw | undefined): number => {
    let file = files.get(at);
    if (file === undefined) {
      files.set(at, (file = compose(at, 'file')));
      perhapsTwice(draw, file);
    }
    const last = file.entries.findLast((entry) => entry.stay === stay && entry.flaw === undefined);
    if (last !== undefined && flaw === undefined) last.changes.push(change);
    else file.entries.push({ stay, changes: [change], flaw });
    return file.repeated ? at + mostRetryMs : at;
  };

  const singly = (draw: Draw, at: number, stay: Stay, change: Change, flaw: Flaw | undefined): number => perhapsTwice(draw, compose(at, 'single', { entries: [{ stay, changes: [change], flaw }] }));

  const send = (draw: Draw, moment: number, notBefore: number, stay: Stay, change: Change, flaw?: Flaw): number => {
    const inFile = facility.style !== 'single' && change.type !== 'cancel' && (change.type === 'check-in' || facility.wholeRecord);
    if (inFile) return intoFile(draw, fileTimeAfter(moment, notBefore), stay, change, flaw);
    return singly(draw, Math.max(whenUp(moment + draw.between(30, 200) * 1_000), notBefore + minute), stay, change, flaw);
  };

  /** What followed first, then the check-in. Nothing of it is repeated: a repeat of a change is told otherwise as long as its stay is not known. */
  const tellBackwards = (draw: Draw, stay: Stay, checkIn: Notice, later: readonly Notice[]): number => {
    let sent = 0;
    let moment = checkIn.moment;
    for (const { moment: happened, change } of later) {
      moment = Math.max(happened, moment + 10 * minute);
      sent = compose(Math.max(whenUp(moment + draw.between(30, 200) * 1_000), sent + minute), 'single', { entries: [{ stay, changes: [change], flaw: undefined }] }).at;
    }
    return compose(Math.max(whenUp(sent + draw.between(3, 30) * minute), sent + minute), 'single', { entries: [{ stay, changes: [checkIn.change], flaw: undefined }] }).at;
  };

  return {
    tell: (draw, stay, [checkIn, ...later]) => {
      if (checkIn === undefined) return undefined;
      if (canBeTurned(facility, checkIn, later) && draw.chance(faults.outOfOrder)) return tellBackwards(draw, stay, checkIn, later);
      let sent = 0;
      let moment = checkIn.moment;
      if (draw.chance(faults.malformed)) {
        sent = send(draw, moment, sent, stay, checkIn.change, drawFlaw(draw, stay));
        if (draw.chance(0.5)) return undefined;
        moment = Math.max(moment, sent) + draw.between(12, 40) * minute;
      }
      const file = facility.style === 'single' ? undefined : fileTimeAfter(moment, sent);
      sent = send(draw, moment, sent, stay, checkIn.change);
      for (const { moment: happened, change } of later) {
        moment = Math.max(happened, moment + 10 * minute);
        // What happens before the file goes out is in the record already.
        if (file !== undefined && moment < file && change.type !== 'cancel') intoFile(draw, file, stay, change, undefined);
        else sent = send(draw, moment, sent, stay, change);
      }
      return sent;
    },
    tellEmptyDay: (draw, midnight) => {
      const at = midnight + 22 * hour + 45 * minute + draw.below(40 * 60) * 1_000;
      if (downtimes.at(at) === undefined) compose(at, 'empty-day', { day: localDay(midnight) });
    },
    close: (at) => void files.delete(at),
  };
};

const longestStuckMs = 36 * hour;

/** Whether the check-in can come last: by the portal's API 12 a departure finds its stay by document, and is refused before it; a withdrawn stay has nothing to come. */
const canBeTurned = ({ style, usesPortal }: Facility, { moment }: Notice, later: readonly Notice[]): boolean =>
  style === 'single' && !usesPortal && later.length > 0 && later.every((notice) => (notice.change.type === 'leave' || notice.change.type === 'extend' || notice.change.type === 'move') && notice.moment < moment + longestStuckMs);
