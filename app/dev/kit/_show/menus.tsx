"use client";

import { Button } from "@/app/_ui/button";
import { IconButton } from "@/app/_ui/icon-button";
import { Menu, type MenuItem } from "@/app/_ui/menu";
import { Popover } from "@/app/_ui/popover";
import { Tabs } from "@/app/_ui/tabs";
import { useToast } from "@/app/_ui/toast/use-toast";
import { Tooltip } from "@/app/_ui/tooltip";
import { Row, Specimen, Specimens } from "./show";

export function Menus() {
  const say = useToast();
  const groups: readonly (readonly MenuItem[])[] = [
    [
      { label: "Edit", icon: "pencil", keys: "E", onSelect: () => say({ title: "Edit was chosen." }) },
      { label: "Duplicate", icon: "copy", onSelect: () => say({ title: "Duplicate was chosen." }) },
      { label: "Share", icon: "share-2", isDisabled: true, onSelect: () => {} },
    ],
    [{ label: "Withdraw…", icon: "trash-2", isDestructive: true, onSelect: () => {} }],
  ];
  return (
    <>
      <Specimens>
        <Specimen name="Menu">
          <Row>
            <Menu trigger={<Button>Actions</Button>} groups={groups} />
            <Menu trigger={<IconButton icon="ellipsis" label="More for 12 Smith Street" />} groups={groups} />
          </Row>
        </Specimen>
        <Specimen name="Popover">
          <Popover trigger={<Button>Who can see this?</Button>} title="Who can see this">
            <p>Everybody. A draft is seen by your agency alone.</p>
          </Popover>
        </Specimen>
        <Specimen name="Tooltip, on a button that has the same name">
          <Tooltip text="Duplicate">
            <IconButton icon="copy" label="Duplicate" look="secondary" />
          </Tooltip>
        </Specimen>
      </Specimens>
      <Specimen name="Tabs">
        <Tabs
          label="12 Smith Street"
          tabs={[
            { value: "details", label: "Details", content: <p>Rooms, land and price.</p> },
            { value: "photos", label: "Photos", count: 12, content: <p>Twelve photos.</p> },
            { value: "enquiries", label: "Enquiries", count: 3, content: <p>Three enquiries.</p> },
            { value: "history", label: "History", content: <p>Who changed what.</p> },
            { value: "sale", label: "Sale", isDisabled: true, content: null },
          ]}
        />
      </Specimen>
    </>
  );
}
