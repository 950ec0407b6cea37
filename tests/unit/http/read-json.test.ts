import { expect, test } from "vitest";
import { z } from "zod";
import { isAppError } from "@/lib/errors";
import { readJson } from "@/lib/http/read-json";

const SCHEMA = z.strictObject({ name: z.string("A name."), age: z.number("A number.").optional() });

async function read(body: string, type = "application/json"): Promise<unknown> {
  const request = new Request("http://localhost/", {
    method: "POST",
    body,
    headers: { "content-type": type },
  });
  try {
    return await readJson(request, SCHEMA);
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown;
    return { refused: thrown.code, issues: thrown.issues };
  }
}

test("a body is read as its schema says, and each field that is wrong is named once", async () => {
  expect(await read('{"name":"é"}', "Application/JSON; charset=utf-8")).toEqual({ name: "é" });
  expect(await read('{"age":"x","colour":1}')).toEqual({
    refused: "bad_request",
    issues: [
      { field: "name", reason: "A name." },
      { field: "age", reason: "A number." },
      { field: "colour", reason: "There is no such field." },
    ],
  });
  for (const body of ["", "{", "nonsense"])
    expect(await read(body)).toMatchObject({ refused: "bad_request" });
});

test("what other pages can send without asking is not taken for JSON", async () => {
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
    expect(await read('{"name":"a"}', type), type).toMatchObject({ refused: "unsupported_media_type" });
});

test("a body over 64 KB is refused before it is read to its end", async () => {
  const long = (length: number) => JSON.stringify({ name: "x".repeat(length) });
  expect(await read(long(64 * 1024 - 11))).toMatchObject({ name: expect.any(String) });
  expect(await read(long(64 * 1024 - 10))).toMatchObject({ refused: "content_too_large" });
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent++;
      controller.enqueue(new Uint8Array(16 * 1024));
    },
  });
  const headers = { "content-type": "application/json" };
  const init = { method: "POST", body: endless, headers, duplex: "half" };
  await expect(readJson(new Request("http://localhost/", init), SCHEMA)).rejects.toThrow("64 KB");
  expect(sent).toBeLessThan(10);
});
