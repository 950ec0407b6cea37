"use client";

import { Button } from "@/app/_ui/button";
import { Checkbox } from "@/app/_ui/checkbox";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { Dialog, DialogClose } from "@/app/_ui/dialog";
import { Drawer, DrawerClose } from "@/app/_ui/drawer";
import { MoneyField } from "@/app/_ui/money-field";
import { Row, Specimen, Specimens } from "./show";

const SLOW_MS = 600;

export function Dialogs() {
  return (
    <Specimens>
      <Specimen name="Dialog">
        <Dialog
          trigger={<Button>Change the price</Button>}
          title="Change the price"
          description="The new price is on every page within a tenth of a second."
          actions={
            <>
              <DialogClose>
                <Button>Cancel</Button>
              </DialogClose>
              <DialogClose>
                <Button look="primary">Change it</Button>
              </DialogClose>
            </>
          }
        >
          <MoneyField label="Price guide" defaultValue="1,250,000" isRequired />
        </Dialog>
      </Specimen>
      <Specimen name="Asking before">
        <Row>
          <ConfirmDialog
            trigger={<Button look="primary">Publish…</Button>}
            title="Publish 12 Smith Street?"
            confirmLabel="Publish it"
            busyLabel="Publishing…"
            onConfirm={later}
          >
            <p>It can be found at once. Those who asked for alerts in Newtown are told tonight.</p>
          </ConfirmDialog>
          <ConfirmDialog
            trigger={<Button look="danger">Delete…</Button>}
            title="Delete 12 photos?"
            confirmLabel="Delete 12 photos"
            busyLabel="Deleting…"
            isDestructive
            onConfirm={later}
          >
            <p>They go from the listing and from here. This cannot be undone.</p>
          </ConfirmDialog>
          <ConfirmDialog
            trigger={<Button>Fails…</Button>}
            title="Send it to the printer?"
            confirmLabel="Send it"
            busyLabel="Sending…"
            onConfirm={fail}
          >
            <p>It will fail, to show what is said then.</p>
          </ConfirmDialog>
        </Row>
      </Specimen>
      <Specimen name="Drawers">
        <Row>
          <Drawer
            trigger={<Button>Filters from below</Button>}
            title="Filters"
            actions={
              <DrawerClose>
                <Button look="primary">Show 48 homes</Button>
              </DrawerClose>
            }
          >
            <Checkbox label="House" defaultChecked />
            <Checkbox label="Townhouse" />
            <Checkbox label="Unit" />
          </Drawer>
          <Drawer trigger={<Button>From the side</Button>} title="12 Smith Street" side="right">
            <p>A form, or all that is known of one thing, while the list stays where it was.</p>
          </Drawer>
        </Row>
      </Specimen>
    </Specimens>
  );
}

function later(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, SLOW_MS));
}

async function fail(): Promise<void> {
  await later();
  throw new Error("asked to fail");
}
