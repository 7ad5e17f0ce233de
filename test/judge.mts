import { descriptionInUse, judgeLabel } from '../simulator/description/files.mts';

/** Says, before the tests run, by which description of Pinterest's API their requests are judged. */
export default function sayWhoJudges(): void {
	process.stderr.write(`Judge: ${judgeLabel(descriptionInUse())}\n`);
}
