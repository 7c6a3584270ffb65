import { removeCommand, simulatedMark, withoutCommand } from '../demonstration/said.ts';

/** What `npm start` prints once it serves. */
export const banner = (host: { url: string; clickhouseUrl: string | null; data: string; adminKeyPath: string; empty: boolean; loading: boolean }): string => `
DA06 đang chạy · DA06 is serving
  ${host.url}            trang đầu và bảng điều hành · first page and boards; /desk = quầy khai báo · desk, /docs = API
  ${host.clickhouseUrl ?? 'off (DA06_CLICKHOUSE_PORT=0)'}            ClickHouse HTTP, read-only, database da06
  ${host.data}            dữ liệu · data
  ${host.adminKeyPath}            khóa quản trị · administrator's key
${host.loading ? `
${simulatedMark.vi} · ${simulatedMark.en}
  Đang nạp nền; dùng được ngay · loading in the background; everything can be used meanwhile
  Gỡ bỏ · remove: ${removeCommand}     Không nạp · without: ${withoutCommand}
` : ''}${host.empty ? `
${host.loading ? 'Thử khai thật · Try with a facility of your own' : 'Chưa có dữ liệu. Thử ngay · It is empty. Try'}, in another terminal:
${tour(host)}` : ''}
Ctrl+C để dừng · to stop
`;

/** The first minutes with an empty system: make a facility, register a stay, query it. */
export const tour = ({ url, clickhouseUrl, adminKeyPath }: { url: string; clickhouseUrl: string | null; adminKeyPath: string }): string => `
  KEY=$(cat ${adminKeyPath})
  curl -s ${url}/v1/facilities -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \\
    -d '{"id":"ks-tan-khai-01","kind":"hotel","name":"Khách sạn Tân Khai","unit":"W25357@2025","validFrom":"2026-01-01"}'
  curl -s -X PUT ${url}/v1/facilities/ks-tan-khai-01/stays/FD-1 -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \\
    -d '{"ref":"FD-1","guest":{"fullName":"Trần Thị Mẫu","birthDate":"1990-05-15","sex":"F","nationality":"VNM","document":{"kind":"cccd","number":"070190000123"}},"arrival":"'$(date +%F)'T08:00:00+07:00","room":"101","reason":"tourism"}'
  ${clickhouseUrl === null ? 'npm run -s da06 -- sql "SELECT * FROM stays FORMAT Vertical"' : `curl -s '${clickhouseUrl}/?database=da06' -d 'SELECT * FROM stays FORMAT Vertical'`}
`;
