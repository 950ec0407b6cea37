import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";

export function FactorOff({ onBegin }: { onBegin: () => void }) {
  return (
    <div className="grid justify-items-start gap-3">
      <Badge tone="warning">Off</Badge>
      <p className="text-muted">
        You need an authenticator app, such as the one that came with your phone or your password manager.
      </p>
      <Button onClick={onBegin}>Set up a second factor</Button>
    </div>
  );
}
