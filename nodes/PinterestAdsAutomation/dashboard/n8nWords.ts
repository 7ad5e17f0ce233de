import type { PlatformWords } from '../../../worker/src';

const CONNECT = 'Run the workflow “Connect Pinterest Ads”.';

/** What the dashboard says of n8n: by the titles of the bundled workflows, and of their nodes. */
export const n8nWords: PlatformWords = {
	source: 'this n8n’s tables',
	askedJustNow: 'as n8n says just now',
	unnamed: 'A workflow',
	connect: CONNECT,
	chooseToken: `Choose a new token in the credential. ${CONNECT}`,
	connectAgain: `Before that, connect again: sign in with Pinterest in the credential, or paste new tokens. ${CONNECT}`,
	checkToken: 'Publish the workflow “Check the Pinterest token every morning”, or run it now.',
	makeTables:
		'Run the workflow “Make the tables for Pinterest Ads”, or “Install the Pinterest Ads workflows”.',
	startSync:
		'Publish the workflows “Sync one audience to Pinterest” and “Sync new and failed audiences to Pinterest”, then press the button again. n8n says more under Executions.',
	refreshMetrics:
		'The workflow “Refresh Pinterest metrics every 6 hours” writes them; *Run now* in it does so at once.',
	setBudget:
		'To see it beside a budget, fill in *Monthly Budget* in the node *Page* of this workflow.',
	askWhatRuns:
		'Not known: in this workflow, the node *Workflows of n8n* is switched off. Switch it on and choose a credential for n8n’s API, or run “Install the Pinterest Ads workflows”, which does both.',
};
