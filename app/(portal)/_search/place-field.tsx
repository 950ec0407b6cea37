"use client";

import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { type LocalityRef, localityKey, localityLabel } from "@/lib/localities/locality";
import { PlaceOptions } from "./place-options";
import { usePlaceSuggestions } from "./use-place-suggestions";

/**
 * The place of a search: a text field that the server understands, and with JavaScript a combobox (WAI-ARIA, "Editable combobox with
 * list autocomplete"). What was picked is sent as `in`, exactly; typing on forgets it.
 */
export function PlaceField({ initial = "" }: { initial?: string }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(initial);
  const [picked, setPicked] = useState("");
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const options = usePlaceSuggestions(text, isOpen);
  const isShown = isOpen && options.length > 0;

  // What was typed before the page's scripts came is gone on with.
  useLayoutEffect(() => {
    if (input.current === null || input.current.value === initial) return;
    setText(input.current.value);
    setIsOpen(document.activeElement === input.current);
  }, [initial]);

  const pick = (locality: LocalityRef) => {
    setText(localityLabel(locality));
    setPicked(localityKey(locality));
    close();
  };
  const close = () => {
    setIsOpen(false);
    setActive(-1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = options[active];
    if (event.key === "Escape" && isShown) close();
    else if (event.key === "Enter" && isShown && chosen) pick(chosen);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      setIsOpen(true);
      setActive(moved(active, event.key === "ArrowDown" ? 1 : -1, options.length));
    } else return;
    event.preventDefault();
  };

  return (
    <div className="relative">
      <label htmlFor={`${id}-text`} className="mb-1 block font-medium text-sm">
        Suburb, postcode or state
      </label>
      <input
        ref={input}
        id={`${id}-text`}
        name="place"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setPicked("");
          setIsOpen(true);
          setActive(-1);
        }}
        onKeyDown={onKeyDown}
        onBlur={close}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-activedescendant={isShown && active >= 0 ? `${id}-${active}` : undefined}
        autoComplete="off"
        autoCapitalize="words"
        spellCheck={false}
        placeholder="Try Newtown or Hobart"
        className="field"
      />
      {picked === "" ? null : <input type="hidden" name="in" value={picked} />}
      <PlaceOptions id={id} options={isShown ? options : []} active={active} onPick={pick} />
      <p role="status" className="sr-only">
        {isShown ? `${options.length} ${options.length === 1 ? "suggestion" : "suggestions"}` : ""}
      </p>
    </div>
  );
}

/** One step through the options and the text itself (-1), round and round. */
function moved(active: number, step: 1 | -1, count: number): number {
  const places = count + 1;
  return ((active + 1 + step + places) % places) - 1;
}
