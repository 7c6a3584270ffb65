import { BlockList, isIP } from 'node:net';
import type { Peer } from './listen.ts';

/** An address that only this machine can reach. */
export const isLoopback = (hostname: string): boolean => hostname === 'localhost' || hostname === '::1' || /^(?:::ffff:)?127\./.test(hostname);

/** `ADDRESS` or `ADDRESS/BITS`, as a setting names a proxy. */
export const isNetwork = (text: string): boolean => {
  const [address = '', bits] = text.split('/');
  const family = isIP(address);
  return family !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)));
};

/**
 * Tells who sends a request. `X-Forwarded-For` counts from a proxy alone, that is from this machine or from a network that is named; of
 * its addresses the last: the proxy has added that one itself, those before it are hearsay.
 */
export const createSenderOf = (proxies: readonly string[]): ((request: Request, peer: Peer) => string) => {
  const trusted = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    trusted.addSubnet(address, Number(bits ?? (family === 'ipv4' ? 32 : 128)), family);
  }
  const isProxy = (address: string): boolean => isLoopback(address) || (isIP(address) !== 0 && trusted.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6'));
  return (request, peer) => {
    // A socket that listens on both families writes IPv4 addresses this way.
    const address = peer.address.replace(/^::ffff:(?=\d+\.)/, '');
    if (!isProxy(address)) return address;
    return request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? address;
  };
};
