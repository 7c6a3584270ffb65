import type { Fault } from '@da06/errors';
import type { FacilityFields, PopulationRegister, Shape, StayGroupName } from '@da06/events';

/** A facility as take-in needs it: every version of it, oldest first, so that a stay gets the unit and kind of its day of arrival. */
export type TakeInFacility = {
  readonly id: string;
  /** At least one; sorted by `validFrom`. */
  readonly versions: readonly Pick<FacilityFields, 'kind' | 'unit' | 'tourism' | 'remote' | 'validFrom'>[];
  /** Last local day of business, YYYY-MM-DD, or null. */
  readonly closedOn: string | null;
};

/** What a request is about, as plain data that can be sent to another thread: stays of a facility, records of a register, or trips of a coach. */
export type TakeInContext = FacilityContext | RegisterContext | TripContext;

type RequestContext = {
  /** When the request was received, Unix milliseconds. */
  readonly receivedAt: number;
  /** Whether records are to be kept as their file has them, for a file that is given back. */
  readonly keepRows?: boolean;
};
export type FacilityContext = RequestContext & { readonly facility: TakeInFacility };
/** `trips` = id of the operator. */
export type TripContext = RequestContext & { readonly trips: string };
export type RegisterContext = RequestContext & {
  readonly register: PopulationRegister;
  /** uid of the unit of a commune's key: it may send records of that unit, and of those it was made of, alone. */
  readonly unit?: string;
};

/**
 * The bytes of a request and how to read them. `put`, `patch`, `check-out` and `cancel` are one JSON object about the stay `ref` of
 * the address; the others are batches. A register takes `put`, `json`, `ndjson`, `csv`, `xlsx` (its own sheet) and `cancel` (a withdrawal); trips take `put`, `json`, `ndjson` and `csv`. Of stays, `xlsx` = the portal's sheet, `xml` = its XML, `qr` = a QR text a line. Portal bodies: `kbtt-foreign` = API 4, `kbtt-vietnamese` = API 5, `kbtt-departure` = API 12.
 */
export type TakeInBody =
  | { readonly format: 'put' | 'patch' | 'check-out' | 'cancel'; readonly ref: string; readonly bytes: Uint8Array }
  | { readonly format: 'qr'; readonly shared: QrShared; readonly bytes: Uint8Array }
  | { readonly format: 'xlsx'; readonly bytes: Uint8Array }
  | { readonly format: 'json' | 'ndjson' | 'csv' | 'xml' | 'kbtt-foreign' | 'kbtt-vietnamese' | 'kbtt-departure'; readonly bytes: Uint8Array };
/** What the request itself says of all guests of a list of QR texts, in the native item's fields. */
export type QrShared = Readonly<Partial<Record<'arrival' | 'expectedDeparture' | 'room' | 'reason', string>>>;
export type TakeInFormat = TakeInBody['format'];

/** Where a record stands in its file: from 1. */
export type At = { readonly line: number } | { readonly row: number; readonly column: number };

/** One record of a request, read but not yet checked. */
export type RawItem =
  | { readonly index: number; readonly at?: At; readonly value: unknown; /** Findings of the reader, such as an unknown column. */ readonly found?: readonly Finding[] }
  | { readonly index: number; readonly at?: At; readonly unreadable: Finding; readonly found?: readonly Finding[] };

/** A fault without its texts: what threads exchange. */
export type Finding = Pick<Fault, 'pointer' | 'code' | 'received'> & {
  /** What is stored of the pointer where it names a key of the sender's own making. */
  readonly storedPointer?: string;
};

export type StoredFault = { readonly pointer: string; readonly code: string };

/** A keyed chunk of the vault: to be put in the same unit as the events it belongs to. */
export type KeyChunk = { readonly topic: string; readonly key: string; readonly value: Uint8Array };

type DraftKind = 'check-in' | 'correct' | 'check-out' | 'cancel';

/**
 * An accepted record, ready to become an event. A register's record is a `check-in` that names no groups, its withdrawal a `cancel`. The committer decides revision, yields and status, and composes
 * `data` of the event as `{` + dataJson + `,"revision":…,"faults":[…]` (+ `,"yields":[…]` for a check-in) + `}`.
 */
export type StayDraft = {
  readonly kind: DraftKind;
  /** The event's type, such as vn.da06.stay.checked-in.v1. */
  readonly type: string;
  /** '' in a draft by document: the committer finds the stay. */
  readonly ref: string;
  /** '' in a draft by document: the committer computes it from the ref it found. */
  readonly registrationNumber: string;
  /** As sent; undefined = the current revision. */
  readonly revision: number | undefined;
  /** The envelope's `time`: ISO instant of what happened. */
  readonly time: string;
  /** Names of the groups the event carries. */
  readonly sets: readonly StayGroupName[];
  /** Keyed hash of the content without the revision: the same record again, in whatever order of keys or form of Unicode, has the same. */
  readonly contentMac: string;
  /** Members of the event's `data`, without braces; lacks revision, faults, yields; and in a draft by document also ref and registrationNumber; and `sealed` if `toSeal` is set. All ASCII; bytes of it where another thread wrote them. */
  readonly dataJson: string | Buffer;
  /** Code and pointer of every fault, no values. The committer adds its own. */
  readonly storedFaults: StoredFault[];
  /** What must be sealed though the record names no person (PATCH, cancel): under the person of the stay's current state, or the ref's own keyed hash. */
  readonly toSeal?: Readonly<Record<string, unknown>>;
  readonly personKey?: string;
  /** Keyed hash of the document alone: finds an open stay of it at the facility. */
  readonly documentKey?: string;
  /** Two numbers of one person were named together: event person.linked. */
  readonly link?: { readonly cccdKey: string; readonly cmndKey: string };
  /** Set in a draft by document (API 12). `left`: closes the open stay; `extended`: moves its expected departure. */
  readonly byDocument?: 'left' | 'extended';
  /** Unix milliseconds, where the record names them; null = named without a value. */
  readonly arrivalAt?: number;
  readonly expectedAt?: number | null;
  readonly departureAt?: number | null | undefined;
  readonly late: boolean;
  readonly syncedLate: boolean;
  /** Of a register's record: uid of its unit; '' = it leads out of the locality. */
  readonly unit?: string;
  /** Of a register's record: it ends or interrupts what other records of its person began, wherever that was. */
  readonly ends?: true;
};

export type PreparedItem = {
  readonly index: number;
  readonly at?: At;
  /** As sent, of the address, or derived; '' if the record has none that can be told. */
  readonly ref: string;
  /** SHA-256, hex, of the RFC 8785 JSON of the item as received (CSV and workbooks: of the row as an object by header names; XML: of the element's children by name); '' of an unreadable line is the hash of its bytes. Never stored. */
  readonly hash: string;
  /** All faults found; the committer may push its own. */
  readonly faults: Fault[];
  readonly rejected: boolean;
  /** Present exactly when not rejected. */
  readonly draft?: StayDraft;
};

/** Columns of a sheet by pointer into the native item. */
export type Columns = Readonly<Record<string, number>>;

/** Neighbouring records whose identities are sealed under one chunk of keys, which is to be written in the unit that holds their events. */
export type PreparedPiece = {
  readonly count: number;
  /** In their order. To be read once, piece after piece: records are made ready as they are read. */
  readonly items: Iterable<PreparedItem>;
  readonly keyChunk: KeyChunk | undefined;
};

export type PreparedBatch = {
  readonly shape: Shape;
  /** Of a workbook: the column, from 1, that each pointer's field stands in. */
  readonly columns: Columns | undefined;
  /** In the order of the records. Whoever records them takes them out, so that what is recorded need not be kept. */
  readonly pieces: PreparedPiece[];
  /** The records by their file's own names, where they were to be kept. */
  readonly rows: readonly Readonly<Record<string, unknown>>[] | undefined;
};

/**
 * From bytes to records ready to be appended. Does no IO.
 * @throws AppError `request.unreadable`, `batch.empty`, `batch.too-many-items`, `item.too-large`: then nothing of the request may be appended.
 */
export type TakeIn = {
  readonly prepare: (body: TakeInBody, context: TakeInContext) => Promise<PreparedBatch>;
  readonly close: () => Promise<void>;
};
