import { Avatar } from "@/app/_ui/avatar";
import { Badge } from "@/app/_ui/badge";
import { ChipLink } from "@/app/_ui/chip-link";
import { FactList } from "@/app/_ui/fact-list";
import { Icon } from "@/app/_ui/icon";
import { Kbd } from "@/app/_ui/kbd";
import { Row, Specimen, Specimens } from "./show";

export function SmallThings() {
  return (
    <Specimens>
      <Specimen name="Badges">
        <Row>
          <Badge>Draft</Badge>
          <Badge tone="success">For sale</Badge>
          <Badge tone="info">Under offer</Badge>
          <Badge tone="warning">Withdrawn</Badge>
          <Badge tone="danger">Refused</Badge>
        </Row>
      </Specimen>
      <Specimen name="Avatars">
        <Row>
          <Avatar name="Priya Raman" />
          <Avatar name="Harbour & Hill" />
          <Avatar name="Ōtara" />
          <Avatar name="The portal" src="/favicon.svg" />
        </Row>
      </Specimen>
      <Specimen name="Keys">
        <Row>
          <Kbd>Ctrl S</Kbd>
          <Kbd>?</Kbd>
          <Kbd>F6</Kbd>
        </Row>
      </Specimen>
      <Specimen name="Chips">
        <Row>
          <ChipLink label="3 or more bedrooms" href="#small" />
          <ChipLink label="Pool" href="#small" />
        </Row>
      </Specimen>
      <Specimen name="Icons, beside words">
        <Row>
          {(["bed-double", "bath", "car-front", "maximize", "search"] as const).map((icon) => (
            <Icon key={icon} of={icon} />
          ))}
        </Row>
      </Specimen>
      <Specimen name="Facts">
        <FactList
          facts={[
            { term: "Land", detail: "612 m²" },
            { term: "Built", detail: "1924" },
            { term: "Council rates", detail: "$2,140 a year" },
          ]}
        />
      </Specimen>
    </Specimens>
  );
}
