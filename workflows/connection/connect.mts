import {
	at,
	byId,
	calledByOthers,
	decide,
	equals,
	failed,
	fields,
	isTrue,
	manualTrigger,
	no,
	note,
	nothing,
	pinterestAds,
	rows,
	stopWith,
	workflow,
} from '../builder/index.mts';
import { CONNECTION } from '../../worker/src/automation/tables.ts';

const connect = manualTrigger('Connect', at(0, 0));

const fromAnotherWorkflow = calledByOthers('From another workflow', at(0, 2));

const adAccount = fields('Ad account', at(1, 0), [['ad_account_id', 'string', '']]);

const check = pinterestAds(
	'Check',
	at(2, 0),
	'connection',
	'check',
	{ adAccountId: byId('={{ $json.ad_account_id }}') },
	{ onError: 'continueErrorOutput' },
);

const writeItDown = rows(CONNECTION).upsert('Write it down', at(3, -1), {
	where: [['connection_key', 'eq', 'main']],
	set: {
		connection_key: 'main',
		status: '={{ $json.status }}',
		ad_account_id: "={{ $json.ad_account_id ?? $('Ad account').first().json.ad_account_id ?? '' }}",
		ad_account_name: "={{ $json.ad_account_name ?? '' }}",
		currency: "={{ $json.currency ?? '' }}",
		ad_accounts_count: '={{ $json.ad_accounts_count }}',
		is_token_valid: '={{ $json.is_token_valid }}',
		needs_refresh: '={{ $json.needs_refresh }}',
		token_expires_at: '={{ $json.token_expires_at }}',
		refresh_token_expires_at: '={{ $json.refresh_token_expires_at }}',
		message: '={{ $json.message }}',
		hint: '={{ $json.hint }}',
		connected_at: "={{ $json.status === 'active' ? $now.toISO() : null }}",
		checked_at: '={{ $json.checked_at }}',
	},
});

const isItConnected = decide(
	'Is it connected?',
	at(4, -1),
	equals('={{ $json.status }}', 'active'),
);

const connected = nothing('Connected', at(5, -2));

const sayWhatToDo = stopWith(
	'Say what to do',
	at(5, 0),
	"={{ JSON.stringify({ message: $json.message, description: $json.hint, kind: 'not-connected', retryable: false }) }}",
);

const aConversionToken = decide(
	'A conversion token?',
	at(3, 2),
	isTrue("={{ $json.details?.kind === 'token-scope' }}"),
);

const writeItDownWithoutACheck = rows(CONNECTION).upsert(
	'Write it down without a check',
	at(4, 2),
	{
		where: [['connection_key', 'eq', 'main']],
		set: {
			connection_key: 'main',
			status: 'active',
			ad_account_id: "={{ $('Ad account').first().json.ad_account_id ?? '' }}",
			ad_account_name: '',
			currency: '',
			ad_accounts_count: 0,
			is_token_valid: true,
			needs_refresh: false,
			token_expires_at: '={{ null }}',
			refresh_token_expires_at: '={{ null }}',
			message: 'Connected with a conversion token: conversions can be sent, and nothing else.',
			hint: 'For audiences, campaigns and metrics choose a credential with an access token in all workflows, and run connect again.',
			connected_at: '={{ $now.toISO() }}',
			checked_at: '={{ $now.toISO() }}',
		},
	},
);

const sayThatNothingWasLearnt = stopWith(
	'Say that nothing was learnt',
	at(4, 4),
	'={{ JSON.stringify({ message: $json.error, description: $json.message, kind: $json.details?.kind, retryable: $json.details?.retryable ?? false, retry_after_ms: $json.details?.retry_after_ms }) }}',
);

export default workflow({
	file: 'connect',
	id: 'pinAdsConnect',
	name: 'connect',
	kept: 'all',
	errorWorkflow: 'pinAdsErrors',
	paths: [
		[connect, adAccount, check, writeItDown, isItConnected, connected],
		[fromAnotherWorkflow, adAccount],
		[failed(check), aConversionToken, writeItDownWithoutACheck],
		[no(isItConnected), sayWhatToDo],
		[no(aConversionToken), sayThatNothingWasLearnt],
	],
	notes: [
		note(
			'After an import in the editor',
			{ at: [-40, -620], width: 560, height: 220, color: 'red' },
			`## Imported in the editor? Choose first
1. *Check*: your **Pinterest credential**. The list has both kinds, OAuth2 and pasted token.
2. Workflow settings: as **Error workflow**, *Pinterest Ads: error handler*. Publish that one first: until then it is grey.
3. Publish it only if another workflow is to start it.`,
		),
		note(
			'What it does',
			{ at: [-40, -360], width: 560, height: 280, color: 'green' },
			`## Connect with Pinterest
**Execute workflow** fetches your ad accounts from Pinterest. If that works, the table **pinterest_connection** says \`active\` with the ad account, and the other workflows begin to work with it. If not, it says \`unauthorized\`, and the error shown here says what to do.

**Several ad accounts?** Without a choice it is the first that Pinterest lists. For another one enter its ID in *Ad account*, and run this again.

Run it again after you have entered new tokens: nothing has to be disconnected before.`,
		),
	],
});
