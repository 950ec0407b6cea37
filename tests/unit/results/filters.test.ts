import fc from "fast-check";
import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { Filters } from "@/app/(portal)/_results/filters";
import { formAddress, formCountKey } from "@/app/(portal)/_results/form-address";
import { PROPERTY_TYPES, type PropertyType } from "@/lib/listings/listing";
import { searchWith } from "@/lib/listings/search";
import type { Facets } from "@/lib/listings/search-answers";
import { anySearch } from "@/tests/unit/listings/any-search";
import { parsed, parsedPage } from "@/tests/unit/listings/parsed";

vi.setConfig({ testTimeout: 30_000 });

const COUNTS = [1, 2, 3, 4, 5].map((min) => ({ min, count: 0 }));
const FACETS: Facets = {
  // The keys are all the types there are.
  type: Object.fromEntries(PROPERTY_TYPES.map((type) => [type, 0])) as Record<PropertyType, number>,
  ...{ beds: COUNTS, baths: COUNTS, parking: COUNTS, new: 0, features: null, openThisWeekend: null },
};

test("the filter form, sent as it came, asks for the first page of the same search", () => {
  fc.assert(
    fc.property(anySearch, (asked) => {
      const search = searchWith(asked, { after: null });
      const form = renderToStaticMarkup(inRouter(createElement(Filters, { search, facets: FACETS })));
      expect(parsedPage(addressOf(form))).toEqual(search);
    }),
  );
});

test("where the form leads in the browser asks for the same, and is counted by the API as the same search", () => {
  fc.assert(
    fc.property(anySearch, (asked) => {
      const search = searchWith(asked, { after: null });
      const form = renderToStaticMarkup(inRouter(createElement(Filters, { search, facets: FACETS })));
      const [action = "", sent] = addressOf(form).split("?");
      expect(parsedPage(formAddress(action, new URLSearchParams(sent)))).toEqual(search);
      const [, counted = ""] = formCountKey(action, new URLSearchParams(sent)).split("?");
      expect(parsed(counted)).toEqual({ ...search, limit: 1 });
    }),
  );
});

test("words taken out of the form take the sort by their match with them", () => {
  expect(parsedPage("/buy?keywords=&sort=match&beds=2-").sort).toBe("newest");
});

function inRouter(element: ReactElement): ReactElement {
  const noop = () => {};
  const router = {
    back: noop,
    forward: noop,
    refresh: noop,
    push: noop,
    replace: noop,
    prefetch: noop,
    bfcacheId: "",
  };
  return createElement(AppRouterContext.Provider, { value: router }, element);
}

/** Where the browser goes when the form is sent. */
function addressOf(form: string): string {
  const [, action = ""] = /<form [^>]*action="([^"]*)"/.exec(form) ?? [];
  const sent = [
    ...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g),
    ...form.matchAll(/<input type="checkbox"[^>]* name="([^"]*)" checked="" value="([^"]*)"/g),
    ...form.matchAll(/<input type="text"[^>]* name="([^"]*)"[^>]* value="([^"]*)"/g),
    ...form.matchAll(/<select name="([^"]*)".*?<option value="([^"]*)" selected=""/g),
  ].map(([, name = "", value = ""]): [string, string] => [name, value]);
  return `${action}?${new URLSearchParams(sent)}`;
}
