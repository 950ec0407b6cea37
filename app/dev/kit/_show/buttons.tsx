import { Button } from "@/app/_ui/button";
import type { ButtonLook } from "@/app/_ui/button-class";
import { Icon } from "@/app/_ui/icon";
import { IconButton } from "@/app/_ui/icon-button";
import { LinkButton } from "@/app/_ui/link-button";
import { Row, Specimen, Specimens } from "./show";

const LOOKS: readonly { look: ButtonLook; label: string; busy: string }[] = [
  { look: "primary", label: "Publish", busy: "Publishing…" },
  { look: "secondary", label: "Save draft", busy: "Saving…" },
  { look: "quiet", label: "Preview", busy: "Preparing…" },
  { look: "danger", label: "Withdraw", busy: "Withdrawing…" },
];

export function Buttons() {
  return (
    <Specimens>
      <Specimen name="Ready">
        <Row>
          {LOOKS.map(({ look, label }) => (
            <Button key={look} look={look}>
              {label}
            </Button>
          ))}
        </Row>
      </Specimen>
      <Specimen name="Busy">
        <Row>
          {LOOKS.map(({ look, label, busy }) => (
            <Button key={look} look={look} busyLabel={busy} isBusy>
              {label}
            </Button>
          ))}
        </Row>
      </Specimen>
      <Specimen name="Not now, with the reason">
        <Row>
          {LOOKS.map(({ look, label }) => (
            <Button key={look} look={look} disabledReason="Give the listing an address first.">
              {label}
            </Button>
          ))}
        </Row>
      </Specimen>
      <Specimen name="With an icon">
        <Row>
          <Button look="primary">
            <Icon of="plus" />
            Add photos
          </Button>
          <Button>
            Next
            <Icon of="arrow-right" className="size-4.5" />
          </Button>
        </Row>
      </Specimen>
      <Specimen name="An icon alone, and named">
        <Row>
          <IconButton icon="plus" label="Add an inspection" look="primary" />
          <IconButton icon="plus" label="Add an open home" look="secondary" />
          <IconButton icon="trash-2" label="Remove photo 3" />
          <IconButton icon="trash-2" label="Remove photo 4" disabledReason="A listing needs one photo." />
        </Row>
      </Specimen>
      <Specimen name="Links that look as buttons">
        <Row>
          <LinkButton href="/buy" look="primary">
            See homes for sale
          </LinkButton>
          <LinkButton href="/rent">See rentals</LinkButton>
        </Row>
      </Specimen>
    </Specimens>
  );
}
