import "server-only";
import { isIPv6, SocketAddress } from "node:net";

/** Whom an address stands for: an IPv4 address itself, of IPv6 the /64 that one customer has at the least. */
export function addressBlock(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail = ""] = new SocketAddress({ address, family: "ipv6" }).address.split("::");
  const groups = (part: string) => (part === "" ? [] : part.split(":"));
  const missing = 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<string>(Math.max(0, missing)).fill("0"), ...groups(tail)];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
