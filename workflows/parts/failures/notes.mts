import { groupNote, type Overview } from '../../builder/index.mts';

export const overview: Overview = {
	forWhom: 'For whoever looks after the workflows.',
	howItWorks: `When a Pinterest Ads workflow fails, n8n runs this one, and it writes a row to the table **pinterest_errors**: what happened, what to do, and the address of the execution.

**A passing fault** (no connection, Pinterest is down, a rate limit) is tried again. **Everything else**, and what still fails after the last time, is told.

**To stop the trying**, delete the row. Rows go by themselves 90 days after the failure.`,
	set: [
		'No credential, as long as *Send the email* and *Tell Slack* are switched off.',
		'Have you given a workflow another name? Write that name into *Choices*.',
	],
	publish:
		'**Publish** it. Then choose it as the **Error Workflow** in the settings of every other Pinterest Ads workflow, and publish those.',
	makeItYours:
		'In *Choices*: which workflows may run twice, and the pauses between. To be told by email or Slack, see the note *To be told* at the right end.',
};

export const notes = [
	groupNote(
		'What is known of the failure',
		{ at: [620, 160], width: 1660, height: 140 },
		'When Pinterest refuses the token, the connection is marked `unauthorized`, and the schedules rest until it is valid again. A workflow that failed because one that it called failed leaves it to that one to tell. *What to do* plans from the earlier failures of the same workflow, and the row is written.',
	),
	groupNote(
		'Trying it again',
		{ at: [2420, -720], width: 900, height: 200 },
		'After 2, 5 and 15 minutes, or later where Pinterest says so. Only the workflows named in *Choices* are: they can run twice and do no harm. Nothing that creates campaigns is ever done again. Two failures of one workflow at the same time are tried again once. When it works, `outcome` is `recovered`, and nobody is bothered. While Pinterest is not connected, it rests.',
	),
	groupNote(
		'To be told',
		{ at: [5340, 320], width: 720, height: 260 },
		`- By email: in *Send the email*, choose the **SMTP credential**, set *From* and *To*, and switch the node on (right click, *Activate*).
- In Slack: in *Tell Slack*, choose the **Slack credential** and the channel, and switch the node on.

Then publish this workflow again. The same message is sent at most once an hour. If no row could be written, the message says why; where nobody is told either, this workflow itself fails with it.`,
	),
];
