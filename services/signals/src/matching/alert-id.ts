import { hash } from 'node:crypto';

/** An id that follows from what it is of, as a UUID of version 8 (RFC 9562): the first 122 free bits of its SHA-256. */
const idOf = (...parts: readonly string[]): string => {
  const digits = hash('sha256', JSON.stringify(parts), 'hex');
  const variant = '89ab'.charAt(Number.parseInt(digits.charAt(16), 16) & 3);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
};

/** The alert of a rule about something: whoever finds it, and however often, it is the same. */
export const alertIdOf = (rule: string, ...about: readonly string[]): string => idOf('alert', rule, ...about);

/** The id of the event that raises an alert, when what was told last of all it follows from has this sequence. */
export const raisedIdOf = (alert: string, sequence: string): string => idOf('alert.raised', alert, sequence);
