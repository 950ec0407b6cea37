import { Command } from "commander";
import { cacheCommand } from "@/bin/commands/cache";
import { complain } from "@/bin/commands/complain";
import { demoCommand } from "@/bin/commands/demo";
import { importCommand } from "@/bin/commands/import";
import { listingCommand } from "@/bin/commands/listing";
import { localitiesCommand } from "@/bin/commands/localities";
import { migrateCommand } from "@/bin/commands/migrate";
import { reportsCommand } from "@/bin/commands/reports";
import { userCommand } from "@/bin/commands/user";

const program = new Command("verandah")
  .description(
    "Works on the listings of a Verandah portal: the one of DATABASE_URL, else the one of this clone.",
  )
  .option("--debug", "after an unexpected failure, show where it happened")
  .addCommand(importCommand())
  .addCommand(localitiesCommand())
  .addCommand(listingCommand())
  .addCommand(demoCommand())
  .addCommand(userCommand())
  .addCommand(reportsCommand())
  .addCommand(cacheCommand())
  .addCommand(migrateCommand());
for (const command of [
  program,
  ...program.commands,
  ...program.commands.flatMap(({ commands }) => commands),
]) {
  command.showHelpAfterError("Run it with --help to see what it takes.");
}

try {
  await program.parseAsync();
} catch (thrown) {
  complain(thrown, { isDebug: program.opts().debug === true });
  process.exitCode = 1;
}
