#!/usr/bin/env node
/** The `hemtur` command as a process; `status.ts` says how it ends. */
import { hemtur } from "./hemtur.ts";

// Who reads the output may stop early, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));
process.exitCode = await hemtur(process.argv.slice(2));
