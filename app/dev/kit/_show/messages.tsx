"use client";

import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { useToast } from "@/app/_ui/toast/use-toast";
import { Row, Specimen } from "./show";

export function Messages() {
  const say = useToast();
  return (
    <>
      <Specimen name="Notices: one at a time, above what they are about">
        <div className="grid gap-3">
          <Notice tone="neutral" title="This listing is a draft">
            Only your agency can see it.
          </Notice>
          <Notice tone="info" title="An open home is on Saturday">
            It is shown on the page until it ends.
          </Notice>
          <Notice tone="success" title="12 Smith Street is published" />
          <Notice
            tone="warning"
            title="The price guide is older than a month"
            actions={<Button>Confirm it</Button>}
          >
            Confirm that it still holds, or change it.
          </Notice>
          <Notice tone="danger" title="Three things keep it from being published">
            The address, a photo, and the owner’s consent.
          </Notice>
        </div>
      </Specimen>
      <Specimen name="Toasts: in passing, with a way back">
        <Row>
          <Button onClick={() => say({ title: "The draft is saved." })}>Say that it is saved</Button>
          <Button
            onClick={() =>
              say({
                title: "12 Smith Street is withdrawn.",
                action: { label: "Undo", onPress: () => say({ title: "12 Smith Street is back." }) },
              })
            }
          >
            Withdraw, with Undo
          </Button>
          <Button
            onClick={() =>
              say({
                title: "The photo was not added.",
                description: "It is larger than 40 MB.",
                tone: "danger",
              })
            }
          >
            Fail
          </Button>
        </Row>
      </Specimen>
    </>
  );
}
