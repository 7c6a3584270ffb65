/** The ways a planted value could lie on disk: as text in several forms, encoded, or as a number. */
export const disguisesOf = (value: string): ReadonlyMap<string, Buffer> => {
  const forms = new Map<string, Buffer>();
  const add = (name: string, bytes: Buffer): void => void (bytes.length >= 6 && forms.set(name, bytes));
  const texts: [string, string][] = [
    ['NFC', value.normalize('NFC')],
    ['NFD', value.normalize('NFD')],
    ['folded', fold(value)],
    ['upper', value.normalize('NFC').toUpperCase()],
    ['folded upper', fold(value).toUpperCase()],
    ['compact', value.replaceAll(/[\s.-]/g, '')],
  ];
  for (const [name, text] of texts) {
    const bytes = Buffer.from(text, 'utf8');
    add(name, bytes);
    add(`${name}, UTF-16`, Buffer.from(text, 'utf16le'));
    add(`${name}, JSON escapes`, Buffer.from(escapeJson(text)));
    add(`${name}, hex`, Buffer.from(bytes.toString('hex')));
    add(`${name}, HEX`, Buffer.from(bytes.toString('hex').toUpperCase()));
    for (const [shift, core] of base64Cores(bytes).entries()) {
      add(`${name}, base64 +${shift}`, Buffer.from(core));
      add(`${name}, base64url +${shift}`, Buffer.from(core.replaceAll('+', '-').replaceAll('/', '_')));
    }
  }
  const digits = value.replaceAll(/\D/g, '');
  if (digits.length >= 8 && digits.length <= 18 && /^[\d\s.+/-]+$/.test(value)) for (const [name, bytes] of integers(digits)) forms.set(name, bytes);
  return forms;
};

const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();

const escapeJson = (text: string): string => [...text].map((letter) => (letter.charCodeAt(0) > 126 ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}` : letter)).join('');

/** The characters of base64 that depend on these bytes alone, for each of the three places they can start at. */
const base64Cores = (bytes: Buffer): string[] =>
  [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64').replaceAll('=', '');
    const from = Math.ceil((shift * 8) / 6);
    const to = Math.floor(((shift + bytes.length) * 8) / 6);
    return text.slice(from, to);
  });

const integers = (digits: string): [string, Buffer][] => {
  const little = Buffer.alloc(8);
  const big = Buffer.alloc(8);
  little.writeBigUInt64LE(BigInt(digits));
  big.writeBigUInt64BE(BigInt(digits));
  const trimmed = digits.replace(/^0+/, '');
  // Eight bytes of which at least five say something: fewer would be found by chance.
  return [...(BigInt(digits) > 0xffffffffn ? ([['UInt64 little', little], ['UInt64 big', big]] as [string, Buffer][]) : []), ...(trimmed.length >= 8 ? ([['number', Buffer.from(trimmed)]] as [string, Buffer][]) : [])];
};
