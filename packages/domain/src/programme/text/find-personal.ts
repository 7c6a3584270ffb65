/** Groups of digits with blanks, dots, hyphens or a closing bracket between; a line end, a tab, a comma or a slash parts them. */
const runs = /\d+(?:[ .)\-\u2010-\u2015]{1,3}\d+)*/g;

/** Before or after an amount or a count, which then is no number of a person. */
const unit = /^(?:,\d+)? ?(?:đồng|đ|vnđ|vnd|usd|nghìn|ngàn|triệu|tỷ|tỉ|lượt|người|hồ sơ|trường hợp|giao dịch|tài khoản|bản ghi|m2|m3|ha|kg|tấn|kwh|%)(?![\p{L}\d/])/iu;
const currency = /(?:vnđ|vnd|usd|\$|₫) ?$/iu;

/** An amount grouped by thousands: its groups are none of a person's numbers either. */
const thousands = /^[1-9]\d{0,2}(?:\.\d{3})*$|^[1-9]\d{0,2}(?: \d{3})*$/;

/** Said of a number a few words before it at most: then it is no amount, however it looks. */
const saidOfPersons = /(?:cmnd|cmtnd|cccd|căn cước|định danh|hộ chiếu|sđt|điện thoại|zalo)[^\d\p{L}]*(?:\p{L}+[^\d\p{L}]+){0,2}$/iu;

/** An office's number of a document, such as 123456789/QĐ-UBND and 123456789/2026/NĐ-CP. */
const reference = /^\/(?:\d{4}\/)?\p{Lu}{2}/u;

/** Neighbouring groups of a run, with what stands around them. */
type Candidate = Surroundings & { readonly groups: readonly string[]; readonly whole: boolean };
type Surroundings = { readonly before: string; readonly after: string };

/** An identity number written digit by digit has the most groups, a landline with 0084 the most digits. */
const mostGroups = 12;
const mostDigits = 14;
const seenAround = 40;

/**
 * Whether a text holds what looks like a number of a person: an identity number of 12 digits (or 11, where a spreadsheet took its first
 * zero), an old one of 9, a Vietnamese telephone number; also with blanks, dots or hyphens between. Let through are dates, years, shares,
 * amounts and counts with their unit or rounded to thousands, and numbers of plans and decisions. It looks at form alone: names are not
 * found. Reports and remarks are kept in clear and read by many (product.md, invariant 5).
 */
export const findPersonal = (text: string): boolean => {
  const plain = text.normalize('NFKC').replace(/\p{Cf}|\(0\)/gu, '');
  return [...plain.matchAll(runs)].some(({ 0: run, index }) => {
    const around = surroundings(plain, index, index + run.length);
    return !(thousands.test(run) && isCounted(around)) && candidatesOf(plain, run, index).some(isPersonal);
  });
};

const surroundings = (plain: string, from: number, to: number): Surroundings => ({ before: plain.slice(Math.max(0, from - seenAround), from), after: plain.slice(to, to + seenAround) });

/** Whether what stands around a number makes it an amount or a count. */
const isCounted = ({ before, after }: Surroundings): boolean => !saidOfPersons.test(before) && (unit.test(after) || currency.test(before));

const candidatesOf = (plain: string, run: string, at: number): readonly Candidate[] => {
  const groups = [...run.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({ digits, from: at + index, to: at + index + digits.length }));
  return groups.flatMap(({ from }, first) => {
    const found: Candidate[] = [];
    let digits = 0;
    for (const [index, group] of groups.slice(first, first + mostGroups).entries()) {
      digits += group.digits.length;
      if (digits > mostDigits) break;
      found.push({ groups: groups.slice(first, first + index + 1).map((one) => one.digits), whole: first === 0 && index === groups.length - 1, ...surroundings(plain, from, group.to) });
    }
    return found;
  });
};

const isPersonal = (candidate: Candidate): boolean => !reference.test(candidate.after) && (isTelephone(candidate) || isIdentity(candidate) || isOldIdentity(candidate));

const isTelephone = ({ groups, before }: Candidate): boolean => {
  const digits = groups.join('');
  if (before.endsWith('+')) return /^84[235789]\d{8,9}$/.test(digits);
  const inPairs = groups.every(({ length }) => length === 2);
  return /^(?:0|0084)(?:[35789]\d{8}|1[2689]\d{8}|2\d{9})$/.test(digits) && (inPairs || isOneNumber(groups));
};

/** Identity numbers begin with the place of birth registration, 001 to 096: no amount does, so that a unit behind says nothing. */
const isIdentity = ({ groups }: Candidate): boolean => /^0\d{11}$/.test(groups.join('')) && isOneNumber(groups);

/** Lists of models and steps come with two digits, years with four: what is one number begins with a longer group, or stands digit by digit. */
const isOneNumber = (groups: readonly string[]): boolean => groups.every(({ length }) => length === 1) || (groups.length <= 5 && (groups[0]?.length ?? 0) >= 3);

/** Old numbers, and new ones without their zero, look like amounts and counts: what stands around them tells. */
const isOldIdentity = ({ groups, whole, ...around }: Candidate): boolean => {
  const digits = groups.join('');
  const named = saidOfPersons.test(around.before);
  const written = groups.length === 1 ? /^(?:\d{9}|\d{11,12})$/.test(digits) : (whole || named) && /^(?:333|36)$/.test(groups.map(({ length }) => length).join(''));
  if (!written) return false;
  return digits.startsWith('0') || named || !(digits.endsWith('000') || isCounted(around));
};
