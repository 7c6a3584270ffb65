import type { DemonstrationNews } from './demonstration.ts';

/** The mark, as it stands on every screen. */
export const simulatedMark = { vi: 'DỮ LIỆU MÔ PHỎNG – không phải khách thật', en: 'Simulated data, no real guests' } as const;

export const removeCommand = 'npm run -s da06 -- demo remove';
export const withoutCommand = 'DA06_DEMO=0 npm start';

/** Seconds after which a machine counts as slow, and a person is told what to expect. */
const slowAfter = 45;
const everySeconds = 5;
/** Less than so much, come while the host was off, is not worth a word. */
const leastTold = 500;

type Loaded = { readonly facilities: number; readonly stays: number };

/**
 * What a person at the terminal is told while the demonstration is loaded: nothing on a quick machine, then a line every few seconds with share and
 * estimate, once a word about slowness, and at the end what there is.
 */
export const createTeller = (deps: { readonly progress: (line: string) => void; readonly result: (text: string) => void; readonly counts: () => Promise<Loaded> }): ((news: DemonstrationNews) => void) => {
  let told = 0;
  let saidSlow = false;
  return (news) => {
    if (news.what === 'loaded') {
      if (news.again && news.requests < leastTold) return;
      deps.counts().then((counts) => deps.result(loadedText({ ...counts, seconds: news.seconds })), () => undefined);
      return;
    }
    if (news.what === 'registers') {
      if (news.records >= leastTold) deps.result(registersText(news.records, news.seconds));
      return;
    }
    if (news.seconds - told < everySeconds) return;
    told = news.seconds;
    deps.progress(loadingLine(news.share, news.seconds));
    if (saidSlow || news.seconds < slowAfter || news.share > 0.9) return;
    saidSlow = true;
    deps.progress(slowLine);
  };
};

const loadingLine = (share: number, seconds: number): string => {
  const percent = Math.min(99, Math.floor(share * 100));
  const left = Math.max(1, Math.round((seconds * (1 - share)) / Math.max(share, 0.01)));
  return `Đang nạp dữ liệu mô phỏng: ${percent} %, còn khoảng ${left} giây · loading simulated data: ${percent} %, about ${left} s left\n`;
};

const slowLine = `Máy hoặc ổ đĩa này chậm: hệ thống vẫn dùng được trong lúc nạp; dừng rồi chạy lại thì nạp tiếp; không cần thì ${withoutCommand} (README, The demonstration).
This machine or its disk is slow: everything can be used meanwhile; stopped and started again, it goes on; not wanted: ${withoutCommand} (README, The demonstration).
`;

const loadedText = ({ facilities, stays, seconds }: Loaded & { readonly seconds: number }): string => `
${simulatedMark.vi} · ${simulatedMark.en}
  Đã nạp ${facilities} cơ sở (demo-…), ${stays} lượt lưu trú trong ${Math.round(seconds)} giây; từ nay thêm dần theo giờ thật.
  Loaded ${facilities} facilities (demo-…), ${stays} stays in ${Math.round(seconds)} s; more come as time goes on.
  Gỡ bỏ · remove:          ${removeCommand}
  Chạy không có · without:  ${withoutCommand}
`;

const registersText = (records: number, seconds: number): string => `  Đã nạp thêm ${records} bản ghi dân cư và lao động mô phỏng (demo-…) trong ${Math.round(seconds)} giây; cũng gỡ bỏ bằng lệnh trên.
  Loaded ${records} simulated records of residents and workers (demo-…) besides in ${Math.round(seconds)} s; the same command removes them.
`;
