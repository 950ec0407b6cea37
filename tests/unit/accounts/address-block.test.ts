import { expect, test } from "vitest";
import { addressBlock } from "@/lib/accounts/address-block";

test("an IPv4 address stands for itself, an IPv6 address for its /64 however it is written", () => {
  expect(addressBlock("203.0.113.7")).toBe("203.0.113.7");
  for (const address of [
    "2001:db8:0:1::1",
    "2001:db8:0:1:ffff:ffff:ffff:ffff",
    "2001:0DB8:0000:0001:0:0:0:1",
  ])
    expect(addressBlock(address), address).toBe("2001:db8:0:1::/64");
  expect(addressBlock("2001:db8:0:2::1")).toBe("2001:db8:0:2::/64");
  expect(addressBlock("::1")).toBe("0:0:0:0::/64");
  expect(addressBlock("2001:db8::")).toBe("2001:db8:0:0::/64");
  expect(addressBlock("1:2:3:4:5:6:7:8")).toBe("1:2:3:4::/64");
});
