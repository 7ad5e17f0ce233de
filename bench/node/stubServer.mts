// Answers one campaign, whatever is asked, in a process of its own. Prints its address.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const CAMPAIGN = JSON.stringify({
	id: '626735565838',
	ad_account_id: '549755885175',
	name: 'Spring',
	status: 'ACTIVE',
	objective_type: 'CONSIDERATION',
	daily_spend_cap: 50_000_000,
	lifetime_spend_cap: null,
	created_time: 1_790_000_000,
	updated_time: 1_790_000_000,
	type: 'campaign',
});

let requests = 0;

const server = createServer(({ url }, response) => {
	const isCount = url === '/counts';
	response.writeHead(200, { 'content-type': 'application/json' });
	response.end(isCount ? JSON.stringify({ requests }) : CAMPAIGN);
	requests = isCount ? 0 : requests + 1;
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
	console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
