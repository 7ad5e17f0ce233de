import { CONVERSION_RULES } from '../../worker/src/automation/conversions/rules.ts';
import { groupNote, type Overview } from '../builder/index.mts';
import { named } from '../titles.mts';

const { daysDead, daysSent, daysWaiting, furtherAttempts } = CONVERSION_RULES;

const webhook: Overview = {
	forWhom: 'For shops and sites that tell Pinterest themselves what was bought, server to server.',
	howItWorks: `Have your site call the **production URL** of the node *Conversion* for every conversion, alone or as a list of up to 1,000:

\`POST … {"event_name": "checkout", "event_id": "order-1001", "email": "name@example.com", "value": 49.99, "currency": "USD", "order_id": "1001"}\`

Pass the **event_id** that the Pinterest tag on your site sends too, so that nothing is counted twice. For Shopify, WooCommerce or Stripe, choose them as *Source* in *Conversion*.

- **202** with the \`event_id\`: the event is written to the table **pinterest_conversions**, hashed, and is sent now. What cannot be sent is tried again by ${named('pinAdsReplay')}.
- **200** with the status \`known\`: the event is in the table already. It is not sent again.
- **400** with a reason for each field: nothing was written or sent.
- **503**, or anything else: not written. Call again later, with the same event_id.

**Who may call it**: whoever sends the header of the credential “Pinterest conversions”, chosen in *Conversion*. Others are answered 401. Never put the header into a web page: every visitor could read it.

**Not connected?** The event is kept in the table, and sent once the connection is \`active\` again. Executions are not stored: what became of an event is in its row.`,
	makeItYours: `**Answer** in *Conversion* decides what is kept. *When the Workflow Answers*: each event is written down first, and you have a record of all. *When It Is Sent*: Pinterest is told while the caller waits, for 3 seconds at most, and answered 200 with the status \`sent\`; only what fails, takes longer or is offline is written down. It is faster, and stores nothing of the others.

**Ad account**: the one that the event names in \`ad_account_id\`, else the one that ${named('pinAdsConnect')} has chosen. An ad account that has no row in **pinterest_connection** is answered 400.`,
	publish: `**Publish** it, and ${named('pinAdsReplay')} too.`,
};

export const webhookCanvas = {
	overview: webhook,
	notes: [
		groupNote(
			'Checked, hashed and written down',
			{ at: [0, -320], width: 1300, height: 150 },
			`The trigger answers what is not an event, and hands on what is hashed. Everything is in the table before anybody is answered, so that nothing is lost.`,
		),
		groupNote(
			'Only the first of an event counts',
			{ at: [1320, -320], width: 560, height: 150 },
			`Also where two come at the same moment: the row that was there first stays. Then the caller is answered, once for all events of the call.`,
		),
		groupNote(
			'Sent and marked',
			{ at: [1900, -500], width: 780, height: 170 },
			`What fails is due again later, or dead where Pinterest refuses the event itself; the error handler is told of that. What is left of this run after that was sent, and is marked with one write.`,
		),
		groupNote(
			'Not sent',
			{ at: [900, 420], width: 600, height: 360 },
			`- *known*: an earlier row has the event. The second row goes.
- *rival*: the same offline event came at the same moment. The later row goes, unless it is being sent, and it is looked at again.
- *take*: Pinterest counts an **offline** event as often as it comes: its row is taken before it is sent, so that only one run sends it.
- *unwritten*: nothing can be written, most likely because n8n’s Data Tables are full. The caller is told to come again, and you are told by the error handler.
- *refused*: an order of a shop. Shops read no answer, so you are told.`,
		),
	],
};

const replay: Overview = {
	forWhom: `For everybody who has published ${named('pinAdsConversions')}: what that could not send is sent again here.`,
	howItWorks: `Every 5 minutes it takes the rows of **pinterest_conversions** that are due, up to 500 of each kind, and sends them in as few requests as it takes, with the same event_id, so that Pinterest counts none twice:

- **failed** ones whose \`next_attempt_at\` has come: 10 minutes after the first failure, then after 1 hour, then after 6 hours
- **pending** ones that nobody has touched for 15 minutes: n8n was stopped while it sent them

After ${furtherAttempts} further attempts, or as soon as Pinterest refuses an event for good, a row is **dead**: it stays for ${daysDead} days, with its reason, and the error handler is told.

While the table **pinterest_connection** does not say \`active\`, nothing is sent and no attempt is counted; conversions wait, for ${daysWaiting} days at most. Where Pinterest refuses the token, the connection is marked \`unauthorized\`, the error handler is told once, and the attempt does not count.`,
	makeItYours:
		'To have a dead one sent again, mend the reason, then set its `status` to `failed` and its `attempts` to `0` in the table.',
	publish: `**Publish** it beside ${named('pinAdsConversions')}.`,
};

export const replayCanvas = {
	overview: replay,
	notes: [
		groupNote(
			'Cleared up first',
			{ at: [220, 200], width: 640, height: 150 },
			`Rows that were sent are deleted after ${daysSent} days; they hold no data of a person from the moment they are sent. Also while Pinterest is not connected, and where the Data Tables are full: it makes room.`,
		),
		groupNote(
			'What nobody is sending',
			{ at: [890, 260], width: 640, height: 150 },
			`Failed ones whose time has come, and those that were cut off.`,
		),
		groupNote(
			'Are they here twice?',
			{ at: [1780, -570], width: 460, height: 180 },
			`Pinterest counts an **offline** event that it has already again. Of several rows of one, the first is sent and the others go. One that was cut off is not sent again but **dead**; look in Ads Manager whether it has arrived.`,
		),
		groupNote(
			'Taken, sent, marked',
			{ at: [2260, -440], width: 1160, height: 150 },
			`Rows are taken before they are sent, those that were tried equally often with one write: of two runs at the same time one finds them as they were. All are sent with as few requests as it takes, and marked with one write.`,
		),
	],
};
