import { isLoopback } from '@da06/service-kit';
import type { Logger } from '@da06/service-kit';

/** Says it when others can reach this address: what is sent over a wire in clear can be read there. */
export const warnWhenExposed = (hostname: string, logger: Logger): void => {
  if (isLoopback(hostname)) return;
  logger.warn(
    { hostname },
    `DA06_HOST=${hostname}: máy khác vào được địa chỉ này; khóa và họ tên đi qua mạng ở dạng đọc được nếu phía trước không có proxy TLS · others can reach this address; keys and names travel in clear unless a proxy with TLS stands in front; see infra/README.md, TLS`,
  );
};
