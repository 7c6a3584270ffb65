/** What the page is told by the server, as far as it looks at it. */
export type Fault = { pointer: string; code: string; severity: 'reject' | 'warn' | 'info'; vi: string; received?: string };
export type Problem = { code?: string; vi?: string; detail?: string; instance?: string; faults?: Fault[] };
export type Item = { index: number; ref: string; status: 'accepted' | 'duplicate' | 'amended' | 'rejected'; late: boolean; registrationNumber: string | null; faults: Fault[]; at?: { line?: number; row?: number } };
export type Batch = { received: number; accepted: number; duplicate: number; amended: number; late: number; rejected: number; receipt: string | null; items: Item[] };
export type Facility = { id: string; kind: string; name: string };
export type Entry = { value: string; vi: string };
export type Lists = { locality: string; reasons: Entry[]; documents: Entry[]; provinces: Entry[]; nationalities: Entry[]; hints: Record<string, string>; kinds: Record<string, { vi: string; roomRequired: boolean; tourism: boolean; registersStays: boolean }> };
type Paper = { kind?: string; number?: string; formerNumber?: string; issuingState?: string; name?: string };
type Residence = { status?: string; province?: string; ward?: string; address?: string };
type ScannedGuest = { fullName?: string; birthDate?: string; sex?: string; nationality?: string; document?: Paper; residence?: Residence };
export type ScannedDocument = { captured: 'qr' | 'mrz'; guest: ScannedGuest; faults: Fault[] };
export type Present = {
  ref: string; status: 'open' | 'closed' | 'cancelled' | 'not-seen-yet'; late: boolean; identity: 'shown' | 'partly-erased' | 'erased'; arrival: string; arrivalTimeKnown: boolean;
  expectedDeparture: string | null; departure: string | null; room: string | null; guest: { fullName: string | null; birthDate: string | null; nationality: string };
};
/** Where the page works: the facility chosen, and what its kind asks. */
export type Desk = { facility: Facility; roomRequired: boolean; tourism: boolean };
export {};
