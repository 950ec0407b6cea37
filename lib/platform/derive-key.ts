import { scrypt } from "node:crypto";

/** A password and how to make its key with scrypt: N and r say how dear that is, in time and memory, p how often. */
export type Derivation = {
  readonly password: string;
  readonly salt: Buffer;
  readonly keyBytes: number;
  readonly N: number;
  readonly r: number;
  readonly p: number;
};

export type DeriveKey = (derivation: Derivation) => Promise<Buffer>;

/** In this process, on one of the threads that it has for files and names. */
export const deriveKey: DeriveKey = ({ password, salt, keyBytes, N, r, p }) =>
  new Promise((resolve, reject) =>
    scrypt(password, salt, keyBytes, { N, r, p, maxmem: 2 * 128 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
