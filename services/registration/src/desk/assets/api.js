import { readKey } from './key-store.js';

/** @typedef {import('./types.d.ts').Problem} Problem */

/** A request that came to nothing, in words for the clerk. `lost` = it is not known whether the server took it. */
export class Trouble extends Error {
  /** @param {string} message @param {{ status?: number, lost?: boolean, problem?: Problem }} [about] */
  constructor(message, { status = 0, lost = false, problem = {} } = {}) {
    super(message);
    this.name = 'Trouble';
    this.status = status;
    this.lost = lost;
    this.problem = problem;
  }
}

const patience = 30_000;

/** Asks the server with the key of this browser, which travels in a header alone. Statuses in `fine` are answers, others are troubles.
 * @param {string} method @param {string} path
 * @param {{ json?: unknown, bytes?: Blob, type?: string, accept?: string, fine?: readonly number[], key?: string, patience?: number }} [options]
 * @returns {Promise<Response>} */
export const ask = async (method, path, options = {}) => {
  const { json, bytes, type = 'application/json', accept = 'application/json', fine = [], key = readKey() } = options;
  const body = json === undefined ? bytes : JSON.stringify(json);
  const headers = { authorization: `Bearer ${key}`, accept, ...(body === undefined ? {} : { 'content-type': type }) };
  /** @type {Response} */
  let response;
  try {
    response = await fetch(path, { method, headers, cache: 'no-store', signal: AbortSignal.timeout(options.patience ?? patience), ...(body === undefined ? {} : { body }) });
  } catch {
    throw new Trouble('Không nối được máy chủ. Những gì đã nhập vẫn còn trên màn hình. Kiểm tra mạng rồi thử lại.', { lost: true });
  }
  if (response.ok || fine.includes(response.status)) return response;
  const problem = await problemOf(response);
  throw new Trouble(wordsOf(response, problem), { status: response.status, lost: response.status >= 500, problem });
};

/** Reads a JSON answer; one that breaks off is as good as lost.
 * @template T @param {Promise<Response>} asked @returns {Promise<T>} */
export const jsonOf = async (asked) => {
  const response = await asked;
  try {
    return await response.json();
  } catch {
    throw new Trouble('Câu trả lời của máy chủ bị đứt giữa chừng. Kiểm tra mạng rồi thử lại.', { lost: true });
  }
};

/** @param {Response} response @returns {Promise<Problem>} */
const problemOf = async (response) => {
  try {
    return await response.json();
  } catch {
    return {};
  }
};

/** @param {Response} response @param {Problem} problem */
const wordsOf = (response, problem) => {
  const wait = response.headers.get('retry-after') ?? 'vài';
  if (response.status === 401) return 'Khóa không đúng hoặc đã bị thu hồi. Bấm “Quên khóa trên máy này” rồi nhập lại khóa.';
  if (response.status === 403) return 'Khóa này không được làm việc đó, hoặc không phải khóa của cơ sở này.';
  if (response.status === 429) return `Gửi quá nhanh. Chờ ${wait} giây rồi thử lại.`;
  if (response.status === 503) return `Máy chủ đang bận hoặc đang khởi động. Chờ ${wait} giây rồi thử lại.`;
  if (response.status >= 500) return `Máy chủ gặp lỗi. Thử lại sau; nếu vẫn lỗi, báo quản trị viên${problem.instance === undefined ? '' : ` mã sự cố ${problem.instance.replace('urn:uuid:', '')}`}.`;
  return problem.vi ?? `Máy chủ không nhận yêu cầu này (${response.status}).`;
};
