import { Command } from "commander";
import { withServices } from "@/lib/platform/services/with-services";
import { markRolledBack, migrate } from "@/prisma/migrate";

export function migrateCommand(): Command {
  return new Command("migrate")
    .description("Bring the database's tables up to date; other commands do so by themselves.")
    .option(
      "--rolled-back <migration>",
      "first mark a failed migration as rolled back, so that it is tried again",
    )
    .action(({ rolledBack }: { rolledBack?: string }) =>
      withServices({ purpose: "bin/verandah migrate", log: console.error }, async ({ databaseUrl }) => {
        if (rolledBack !== undefined) await markRolledBack(databaseUrl, rolledBack);
        const { applied } = await migrate(databaseUrl, { log: console.error });
        console.log(applied.length === 0 ? "Nothing to migrate." : `${applied.length} applied.`);
      }),
    );
}
