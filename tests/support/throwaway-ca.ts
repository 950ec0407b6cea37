import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** A certificate authority that nobody knows and that ends tomorrow. */
export type ThrowawayCa = {
  /** The file of its own certificate. */
  readonly file: string;
  /** The files of a server's certificate for one name (`IP:127.0.0.1`, `DNS:localhost`), and of its key. */
  issue(name: string): { readonly certificate: string; readonly key: string };
};

const OPENSSL = "openssl";
const NEW_KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
const CONFIGURATION = `
[req]
distinguished_name = name
x509_extensions = authority
prompt = no
[name]
CN = Verandah's tests
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign`;

/** Made in this folder, with a program that every system with Redis has: Node signs no certificates. */
export function createThrowawayCa(folder: string): ThrowawayCa {
  const at = (name: string) => join(folder, name);
  const openssl = (...args: readonly string[]) => execFileSync(OPENSSL, args, { stdio: "pipe" });
  writeFileSync(at("openssl.cnf"), CONFIGURATION);
  const request = ["req", "-config", at("openssl.cnf"), ...NEW_KEY];
  openssl(...request, "-x509", "-days", "1", "-keyout", at("ca.key"), "-out", at("ca.crt"));
  let issued = 0;
  return {
    file: at("ca.crt"),
    issue(name) {
      const files = (end: string) => at(`server-${issued}.${end}`);
      issued += 1;
      writeFileSync(files("ext"), `subjectAltName = ${name}\nextendedKeyUsage = serverAuth\n`);
      openssl(...request, "-keyout", files("key"), "-out", files("csr"));
      openssl(
        ...["x509", "-req", "-days", "1", "-CA", at("ca.crt"), "-CAkey", at("ca.key"), "-CAcreateserial"],
        ...["-extfile", files("ext"), "-in", files("csr"), "-out", files("crt")],
      );
      return { certificate: files("crt"), key: files("key") };
    },
  };
}
