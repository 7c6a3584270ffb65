import { byId, element, make } from './dom.js';
import { clearFaults, setSex, setValue, sexOf, valueOf } from './fields.js';
import { leavesAt, momentText, readMoment } from './times.js';

/** @typedef {import('./types.d.ts').Lists} Lists @typedef {import('./types.d.ts').Entry} Entry @typedef {import('./types.d.ts').Desk} Desk @typedef {import('./types.d.ts').ScannedDocument} ScannedDocument */

const arrival = byId('arrival', HTMLInputElement);

/** The form of one guest: what stands in it as a stay, a scanned document into it, and its emptying.
 * @param {Lists} lists @param {() => number} now */
export const createForm = (lists, now) => {
  const names = new Map(lists.nationalities.map(({ value, vi }) => [value, vi]));
  const codes = new Map(lists.nationalities.map(({ value, vi }) => [vi.toLowerCase(), value]));
  fillLists(lists);
  /** @type {ScannedDocument | undefined} */
  let scanned;
  /** Whether the arrival still is “now” rather than what the clerk wrote. */
  let arrivesNow = true;
  /** Whether anything was written into this form yet. */
  let begun = false;
  let tourism = false;

  const setNow = () => {
    setValue('arrival', momentText(now()));
    if (tourism) setValue('expected', momentText(leavesAt(now(), 1)));
  };
  const showOthers = () => {
    element('reason-text-field').hidden = valueOf('reason') !== 'other';
    element('document-name-field').hidden = valueOf('document-kind') !== 'other';
  };
  const nationality = () => codes.get(valueOf('nationality').toLowerCase()) ?? valueOf('nationality');

  arrival.addEventListener('input', () => void (arrivesNow = false));
  element('guest-form').addEventListener('input', () => void (begun = true));
  element('reason').addEventListener('change', showOthers);
  element('document-kind').addEventListener('change', showOthers);
  element('nationality').addEventListener('change', () => {
    if (nationality() !== 'VNM' && valueOf('document-kind') === 'cccd') setValue('document-kind', 'passport');
  });
  for (const choice of document.querySelectorAll('[data-nights]')) {
    choice.addEventListener('click', () => setValue('expected', momentText(leavesAt(readMoment(valueOf('arrival')) ?? now(), Number(choice.getAttribute('data-nights'))))));
  }
  // An empty form that waits for its guest keeps showing now; once it is begun, its arrival stands.
  setInterval(() => {
    if (!begun && arrivesNow) setNow();
  }, 15_000);

  return {
    /** @param {Desk} desk */
    fit: (desk) => {
      tourism = desk.tourism;
      element('room-star').hidden = !desk.roomRequired;
      if (!begun) setNow();
    },
    isBegun: () => begun,
    stay: () => stayOf(nationality(), scanned),
    /** Puts a document into the form. @param {ScannedDocument} read */
    fill: (read) => {
      const { guest, captured } = read;
      if (arrivesNow && !begun) setNow();
      begun = true;
      scanned = { ...read, captured };
      setValue('full-name', guest.fullName);
      setValue('birth-date', (guest.birthDate ?? '').split('-').reverse().join('/'));
      setSex(guest.sex ?? '');
      setValue('nationality', names.get(guest.nationality ?? '') ?? guest.nationality);
      setValue('document-kind', guest.document?.kind);
      setValue('document-number', guest.document?.number);
      setValue('document-name', guest.document?.name);
      setValue('address', guest.residence?.address);
      setValue('province', guest.residence?.province);
      showOthers();
    },
    /** Empties it for the next guest; `together` keeps what people of one room share. @param {{ together?: boolean }} [keep] */
    clear: ({ together = false } = {}) => {
      for (const id of ['full-name', 'birth-date', 'document-number', 'document-name', 'phone', 'address', 'province', 'note']) setValue(id, '');
      setSex('');
      setValue('nationality', names.get('VNM'));
      setValue('document-kind', 'cccd');
      scanned = undefined;
      clearFaults();
      begun = together;
      if (!together) {
        arrivesNow = true;
        for (const id of ['room', 'expected', 'reason-text']) setValue(id, '');
        setValue('reason', tourism ? 'tourism' : '');
        setNow();
      }
      showOthers();
    },
    /** What people of one room share, to be put back after the form was emptied. */
    shared: () => Object.fromEntries(['room', 'arrival', 'expected', 'reason', 'reason-text'].map((id) => [id, valueOf(id)])),
    /** @param {Readonly<Record<string, string>>} shared */
    share: (shared) => {
      for (const [id, value] of Object.entries(shared)) setValue(id, value);
      arrivesNow = false;
      begun = true;
      showOthers();
    },
  };
};

/** The form as a stay. What a scan said beside the form's fields goes along while its number stands.
 * @param {string} nationality @param {ScannedDocument | undefined} scanned */
const stayOf = (nationality, scanned) => {
  const number = valueOf('document-number');
  const paper = scanned?.guest.document;
  const same = paper !== undefined && paper.number === number && paper.kind === valueOf('document-kind');
  const address = valueOf('address');
  const residence = { ...(same && scanned?.guest.residence?.status !== undefined && { status: scanned.guest.residence.status }), address, province: valueOf('province') };
  return {
    guest: {
      fullName: valueOf('full-name'), birthDate: valueOf('birth-date'), sex: sexOf(), nationality,
      document: { kind: valueOf('document-kind'), number, name: valueOf('document-name'), ...(same && { formerNumber: paper.formerNumber ?? '', issuingState: paper.issuingState ?? '' }) },
      phone: valueOf('phone'),
      ...((address !== '' || residence.province !== '') && { residence }),
    },
    arrival: valueOf('arrival'), expectedDeparture: valueOf('expected'), room: valueOf('room'), reason: valueOf('reason'), reasonText: valueOf('reason-text'), note: valueOf('note'),
    captured: same ? scanned?.captured : 'typed',
  };
};

/** @param {Lists} lists */
const fillLists = ({ reasons, documents, provinces, nationalities }) => {
  /** @param {readonly Entry[]} entries */
  const options = (entries) => entries.map(({ value, vi }) => make('option', { value }, vi));
  byId('reason', HTMLSelectElement).replaceChildren(make('option', { value: '' }, '— chọn —'), ...options(reasons));
  byId('document-kind', HTMLSelectElement).replaceChildren(...options(documents));
  byId('province', HTMLSelectElement).replaceChildren(make('option', { value: '' }, '— không rõ —'), ...options(provinces));
  element('nationalities').replaceChildren(...nationalities.map(({ vi }) => make('option', { value: vi })));
};
