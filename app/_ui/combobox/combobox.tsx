"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { useId, useState } from "react";
import type { LoadOptions, Option } from "@/app/_ui/combobox/option";
import { OptionList, TRY_AGAIN } from "@/app/_ui/combobox/option-list";
import { useOptions } from "@/app/_ui/combobox/use-options";
import { usePopup } from "@/app/_ui/combobox/use-popup";
import { Field } from "@/app/_ui/field";
import { type FieldTexts, fieldControl } from "@/app/_ui/field-control";
import { Icon } from "@/app/_ui/icon";

type Props = FieldTexts & {
  load: LoadOptions;
  name?: string;
  placeholder?: string;
  isDisabled?: boolean;
  /** The one chosen to begin with. */
  value?: Option;
  onChange?: (option: Option | null) => void;
};

/** A choice of one from more than can be shown, by typing. The form is sent its value. */
export function Combobox(props: Props) {
  const { load, name, placeholder, isDisabled = false, value = null, onChange } = props;
  const id = useId();
  const [chosen, setChosen] = useState<Option | null>(value);
  const [typed, setTyped] = useState("");
  const { phase, options, askNow, askSoon, askAgain } = useOptions(load);
  const { isOpen, setIsOpen, actions } = usePopup();

  return (
    <Base.Root
      open={isOpen}
      actionsRef={actions}
      items={phase === "failed" ? [TRY_AGAIN] : options}
      filter={null}
      itemToStringLabel={(option: Option) => option.label}
      itemToStringValue={(option: Option) => option.value}
      isItemEqualToValue={(one: Option, other: Option) => one.value === other.value}
      value={chosen}
      onValueChange={(option, details) => {
        if (option === TRY_AGAIN) {
          details.cancel();
          askAgain();
          return;
        }
        setChosen(option);
        onChange?.(option);
      }}
      onInputValueChange={(text, { reason }) => {
        if (reason === "item-press") return;
        setTyped(text);
        if (reason === "input-change") askSoon(text);
      }}
      onOpenChange={(next, details) => {
        if (next && details.reason !== "input-change") askNow("");
        if (!next && details.reason === "item-press" && phase === "failed") details.cancel();
        else setIsOpen(next);
      }}
      disabled={isDisabled}
      autoHighlight
      {...(name === undefined ? {} : { name })}
    >
      <Field {...props} id={id}>
        <Base.InputGroup className="field flex items-center gap-1 py-0 pr-1">
          <Base.Input
            {...fieldControl(id, props)}
            onBlur={() => setIsOpen(false)}
            placeholder={placeholder}
            className="bare-control self-stretch"
          />
          <Base.Clear
            aria-label={`Clear ${props.label}`}
            className="grid size-7 place-items-center text-muted hover:text-ink"
          >
            <Icon of="x" className="size-4" />
          </Base.Clear>
          <Base.Trigger
            aria-label={`Show the options of ${props.label}`}
            className="grid size-7 place-items-center text-muted hover:text-ink"
          >
            <Icon of="chevron-down" className="size-4.5" />
          </Base.Trigger>
        </Base.InputGroup>
      </Field>
      {isOpen ? (
        <OptionList label={props.label} phase={phase} typed={typed} isEmpty={options.length === 0} />
      ) : null}
    </Base.Root>
  );
}
