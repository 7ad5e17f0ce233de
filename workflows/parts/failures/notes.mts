import { note } from '../../builder/index.mts';

export const notes = [
	note(
		'After an import in the editor',
		{ at: [-40, -720], width: 620, height: 240, color: 'red', id: 'note-1' },
		`## Imported in the editor? Choose first
1. Publish this workflow. It has no credential to choose as long as *Send the email* and *Tell Slack* are switched off.
2. Choose it as the **Error Workflow** in the settings of every other Pinterest Ads workflow, and publish them.
3. Have you given a workflow another name? Write that name into *Choices*.`,
	),
	note(
		'What it does',
		{ at: [-40, -460], width: 620, height: 400, color: 'yellow', id: 'note-2' },
		`## When a Pinterest Ads workflow fails
For whoever looks after the workflows. n8n runs this one, and it writes a row to the table **pinterest_errors**: what happened, what to do, and the address of the execution.

**A passing fault** (no connection, Pinterest is down, a rate limit) is tried again. **Everything else**, and what still fails after the last time, is told.

**To set**: which workflows may run twice, and the pauses, in *Choices*. To be told by email or Slack, see the note at the right end.

**To stop the trying**, delete the row. Rows go by themselves 90 days after the failure.`,
	),
	note(
		'What happened, and what follows',
		{ at: [620, 160], width: 1660, height: 160, color: 'blue', id: 'note-3' },
		`## What happened, and what follows
When Pinterest refuses the token, the connection is marked \`unauthorized\`, and the schedules rest until it is valid again. A workflow that failed because one that it called failed leaves it to that one to tell. *What to do* plans from the earlier failures of the same workflow, and the row is written.`,
	),
	note(
		'Trying it again',
		{ at: [2420, -720], width: 900, height: 220, color: 'blue', id: 'note-4' },
		`## Trying it again
After 2, 5 and 15 minutes, or later where Pinterest says so. Only the workflows named in *Choices* are: they can run twice and do no harm. Nothing that creates campaigns is ever done again. Two failures of one workflow at the same time are tried again once. When it works, \`outcome\` is \`recovered\`, and nobody is bothered. While Pinterest is not connected, it rests.`,
	),
	note(
		'To be told',
		{ at: [5340, 320], width: 720, height: 240, color: 'green', id: 'note-5' },
		`## To be told
- By email: in *Send the email*, choose the **SMTP credential**, set *From* and *To*, and switch the node on (right click, *Activate*).
- In Slack: in *Tell Slack*, choose the **Slack credential** and the channel, and switch the node on.

Then publish this workflow again. The same message is sent at most once an hour. If no row could be written, the message says why; where nobody is told either, this workflow itself fails with it.`,
	),
];
