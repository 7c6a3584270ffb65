import type { OverviewAnswer } from '@da06/console';
import type { Readiness } from '@da06/service-kit';
import { removeCommand, simulatedMark, withoutCommand } from '../demonstration/said.ts';
import type { Counts } from '../parts/counts.ts';
import { tour } from './banner.ts';

export type OverviewFacts = Counts & {
  readonly url: string;
  readonly clickhouseUrl: string | null;
  readonly adminKeyPath: string;
  readonly demonstration: Readiness['demonstration'];
  readonly lag: number | null;
};

/** What the first page says: what is here, and what to do next when nothing is. It has counts alone, so it needs no key. */
export const overviewOf = (facts: OverviewFacts): OverviewAnswer => ({
  facilities: facts.facilities,
  stays: facts.stays,
  lag: facts.lag,
  asOf: facts.asOf,
  simulated:
    facts.simulated === 0 && facts.demonstration === 'off'
      ? null
      : { state: facts.demonstration, facilities: facts.simulated, mark: simulatedMark, remove: removeCommand, without: withoutCommand },
  nextSteps: facts.stays === 0 ? `${tour(facts).trim()}\n\n${files}` : null,
  addresses: { url: facts.url, clickhouse: facts.clickhouseUrl },
  links,
});

const files = `npm run -s da06 -- import stays.csv --facility ks-tan-khai-01 --receipts receipts.jsonl
npm run -s da06 -- verify --receipts receipts.jsonl`;

const links: OverviewAnswer['links'] = [
  { href: '/d/tong-quan', vi: 'bảng điều hành, mọi lĩnh vực', en: 'the boards, every field' },
  { href: '/programme', vi: 'mô hình, bước, báo cáo tháng', en: 'models, steps, monthly reports' },
  { href: '/desk', vi: 'quầy khai báo lưu trú cho lễ tân, chủ nhà trọ, phòng khám', en: 'the page of the desk' },
  { href: '/health', vi: 'tình trạng hệ thống', en: 'health of the system' },
  { href: '/docs', vi: 'tài liệu API', en: 'the API, readable' },
  { href: '/openapi.json', vi: 'tài liệu API cho máy', en: 'the API for programs' },
  { href: '/v1/errors', vi: 'mọi mã lỗi và cách sửa', en: 'every code and how to mend it' },
  { href: '/.well-known/jwks.json', vi: 'khóa kiểm biên nhận', en: 'keys of receipts' },
  { href: '/readyz', vi: 'sẵn sàng hay chưa', en: 'whether it is ready' },
  { href: '/metrics', vi: 'số đo', en: 'metrics' },
];
