// Answers what reading the metrics asks, in a process of its own: a thousand campaigns that all had
// something happen on every day. An answer is made once and then sent from memory. Prints its address.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AD_ACCOUNT, CAMPAIGNS, campaignOf, idOf, impressionsOf } from './campaigns.mts';

const DAY_MS = 86_400_000;
const PAGE = 250;
const ACCOUNT = { id: AD_ACCOUNT, name: 'Bench', currency: 'USD', country: 'US' };

const none = () => ({ accounts: 0, lists: 0, analytics: 0, reports: 0, other: 0, bytes: 0 });
/** Where rows were asked for, since the counts were taken last. */
let rowsAt: string[] = [];
let counts = none();
const prepared = new Map<string, Buffer>();

const server = createServer((request, response) => {
	const { url = '', method } = request;
	const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
	if (pathname === '/counts') {
		sendJson(response, { ...counts, rowsAt });
		counts = none();
		rowsAt = [];
	} else if (pathname === `/ad_accounts/${AD_ACCOUNT}`) {
		counts.accounts++;
		sendJson(response, ACCOUNT);
	} else if (pathname === `/ad_accounts/${AD_ACCOUNT}/campaigns`) {
		counts.lists++;
		sendJson(response, page(searchParams));
	} else if (pathname === `/ad_accounts/${AD_ACCOUNT}/campaigns/analytics`) {
		counts.analytics++;
		sendRows(response, url, () => JSON.stringify(analytics(searchParams)));
	} else if (pathname === `/ad_accounts/${AD_ACCOUNT}/reports`) {
		counts.reports++;
		if (method === 'POST') askReport(request, response);
		else
			sendJson(response, {
				report_status: 'FINISHED',
				url: addressOf(String(searchParams.get('token'))),
			});
	} else if (pathname === '/file') {
		counts.reports++;
		sendRows(response, url, () => fileOf(searchParams));
	} else {
		counts.other++;
		response.writeHead(404).end();
	}
});
server.listen(0, '127.0.0.1', () => {
	console.log(origin());
});

function origin(): string {
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The token says what is asked for, as an address does. */
function askReport(request: IncomingMessage, response: ServerResponse): void {
	let text = '';
	request.setEncoding('utf8').on('data', (part: string) => (text += part));
	request.on('end', () => {
		const { start_date, end_date, columns } = JSON.parse(text) as Record<string, string | string[]>;
		const token = new URLSearchParams({
			start_date: String(start_date),
			end_date: String(end_date),
			columns: String(columns),
		}).toString();
		sendJson(response, { report_status: 'IN_PROGRESS', token, message: null });
	});
}

const addressOf = (token: string) => `${origin()}/file?${token}`;

/** By campaign, as a report has it. */
function fileOf(query: URLSearchParams): string {
	const groups: Record<string, object[]> = {};
	for (let campaign = 0; campaign < CAMPAIGNS; campaign++) {
		const id = idOf(campaign);
		query.set('campaign_ids', id);
		groups[id] = analytics(query);
	}
	return JSON.stringify(groups);
}

/** Made once for an address. */
function sendRows(response: ServerResponse, url: string, make: () => string): void {
	const rows = prepared.get(url) ?? Buffer.from(make());
	prepared.set(url, rows);
	counts.bytes += rows.length;
	rowsAt.push(url);
	send(response, rows);
}

function page(query: URLSearchParams) {
	const from = Number(query.get('bookmark') ?? 0);
	const to = Math.min(from + Number(query.get('page_size') ?? PAGE), CAMPAIGNS);
	const items = Array.from({ length: to - from }, (_, index) => ({
		id: idOf(from + index),
		ad_account_id: AD_ACCOUNT,
		name: `Campaign ${from + index}`,
		status: index % 10 === 0 ? 'ARCHIVED' : 'ACTIVE',
		objective_type: 'CONSIDERATION',
	}));
	return { items, bookmark: to < CAMPAIGNS ? String(to) : null };
}

/** As Pinterest does, in whatever way ids and columns are named in the address. */
function analytics(query: URLSearchParams): object[] {
	const list = (name: string) => query.getAll(name).flatMap((value) => value.split(','));
	const [from, to] = ['start_date', 'end_date'].map((name) => Date.parse(String(query.get(name))));
	const columns = list('columns');
	const rows: object[] = [];
	for (const id of list('campaign_ids')) {
		for (let time = from, day = 0; time <= to; time += DAY_MS, day++) {
			const row: Record<string, unknown> = { CAMPAIGN_ID: id };
			row.DATE = new Date(time).toISOString().slice(0, 10);
			const impressions = impressionsOf(campaignOf(id), day);
			for (const [index, name] of columns.entries()) row[name] = figure(name, index, impressions);
			rows.push(row);
		}
	}
	return rows;
}

/** Ratios with many decimals, money in the millions, counts smaller: as long as they are in life. */
function figure(name: string, index: number, impressions: number): number {
	if (name === 'TOTAL_IMPRESSION') return impressions;
	if (name.includes('_IN_MICRO_DOLLAR')) return impressions * 1_234 + index;
	if (/ECTR|ROAS|RATE/.test(name)) return impressions / 7_000_003;
	return Math.floor(impressions / (index + 20)) + 1;
}

const sendJson = (response: ServerResponse, body: unknown) =>
	send(response, Buffer.from(JSON.stringify(body)));

function send(response: ServerResponse, body: Buffer): void {
	response.writeHead(200, {
		'content-type': 'application/json',
		'content-length': body.length,
	});
	response.end(body);
}
