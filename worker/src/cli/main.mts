#!/usr/bin/env node
import { runCommandLine } from './commandLine.mts';

process.exitCode = await runCommandLine(process.argv.slice(2));
