import { z } from 'zod';
import { catalogue, type CatalogueEntry } from './catalogue.ts';
import { Envelope } from './envelope.ts';

/** An event at the door: read and of its current version, or the code of why not. `upcast` tells that the bytes are no longer the event. */
export type ParsedEvent =
  | { readonly ok: true; readonly event: Envelope; readonly upcast: boolean }
  | { readonly ok: false; readonly code: 'event.unreadable' | 'event.type-unknown' | 'event.schema'; readonly detail: string };

/** The envelope without a look into its data: these are read once, by the schema of their type. */
const Header = Envelope.extend({ data: z.unknown() });

/** A reader of log records over a catalogue: JSON, envelope, data of its type, then each upcaster in turn. Unknown keys are dropped. */
export const createEventParser =
  (entries: Readonly<Record<string, CatalogueEntry>>) =>
  (value: Uint8Array | string): ParsedEvent => {
    let json: unknown;
    try {
      json = JSON.parse(typeof value === 'string' ? value : Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('utf8'));
    } catch {
      return { ok: false, code: 'event.unreadable', detail: 'not JSON' };
    }
    const header = Header.safeParse(json);
    if (!header.success) return { ok: false, code: 'event.schema', detail: pathsOf(header.error, '') };
    let { type, data } = header.data;
    let upcast = false;
    for (;;) {
      const entry = Object.hasOwn(entries, type) ? entries[type] : undefined;
      if (entry === undefined) return { ok: false, code: 'event.type-unknown', detail: type };
      const read = entry.schema.safeParse(data);
      if (!read.success) return { ok: false, code: 'event.schema', detail: pathsOf(read.error, '/data') };
      if (entry.upcast === undefined) return { ok: true, event: { ...header.data, type, data: read.data }, upcast };
      ({ next: type } = entry.upcast);
      data = entry.upcast.data(read.data);
      upcast = true;
    }
  };

/** Reads one record of the log by the catalogue of all events there ever were. */
export const parseEvent = createEventParser(catalogue);

/** Paths alone: a message of the checker, or of the JSON reader, could repeat a value. */
const pathsOf = (error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] }, under: string): string =>
  error.issues.map((issue) => [under, ...issue.path.map(String)].join('/')).join(' ');
