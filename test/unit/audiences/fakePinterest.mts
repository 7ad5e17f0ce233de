import type { HttpRequest, HttpResponse } from '../../../worker/src/ports.ts';
import { fakeContext, fault, json } from '../client/fakePorts.mts';

/** What can go wrong with a request: before Pinterest does anything, or after it has done it. */
export const FAULTS = [
	'429',
	'500 before',
	'503 after',
	'cut before',
	'cut after',
	'not sent',
	'cut body after',
	'proxy page before',
] as const;
export type Fault = (typeof FAULTS)[number];

interface StoredList {
	id: string;
	name: string;
	list_type: string;
	members: Set<string>;
	uploaded: number;
}
interface StoredAudience {
	id: string;
	name: string;
	audience_type: string;
	rule: Record<string, unknown>;
	status: string;
	size: number | null;
}

const ACCOUNT = '549755885175';
const DIGEST = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/;

/** As much of Pinterest as audiences need, in memory. What it would refuse is written down. */
export class FakePinterest {
	readonly lists = new Map<string, StoredList>();
	readonly audiences = new Map<string, StoredAudience>();
	readonly requests: HttpRequest[] = [];
	readonly violations: string[] = [];
	/** By the request's number, from 0. */
	readonly faults = new Map<number, Fault>();
	/** Elements a page, so that small tests have many pages. */
	pageLimit = 2;
	listStatus = 'PROCESSING';
	/** Answers in place of the real one, where it gives one. */
	answerInstead: (request: HttpRequest) => HttpResponse | undefined = () => undefined;
	/** Whether lists tell their type, which the API description does not promise. */
	tellsListType = false;
	private nextId = 1000;

	readonly logs: unknown[] = [];
	readonly sleeps: number[];
	readonly context;

	constructor() {
		const log = (...entry: unknown[]) => void this.logs.push(entry);
		const fake = fakeContext([(request) => this.handle(request)], {
			adAccountId: ACCOUNT,
			logger: { debug: log, info: log, warn: log },
		});
		this.context = fake.context;
		this.sleeps = fake.sleeps;
	}

	/** Requests as `METHOD path`, without the account and the query. */
	get calls(): string[] {
		return this.requests.map(
			({ method, path }) =>
				`${method} ${path.replace(`/ad_accounts/${ACCOUNT}`, '').split('?')[0]}`,
		);
	}

	get writes(): string[] {
		return this.calls.filter((call) => !call.startsWith('GET'));
	}

	addList(name: string, members: string[] = [], list_type = 'EMAIL'): StoredList {
		const id = String(this.nextId++);
		const list = { id, name, list_type, members: new Set(members), uploaded: members.length };
		this.lists.set(id, list);
		return list;
	}

	addAudience(name: string, rule: Record<string, unknown>, audience_type = 'CUSTOMER_LIST') {
		const id = String(this.nextId++);
		const audience = { id, name, audience_type, rule, status: 'INITIALIZING', size: null };
		this.audiences.set(id, audience);
		return audience;
	}

	private handle(request: HttpRequest): HttpResponse | Error {
		const what = this.faults.get(this.requests.length);
		this.requests.push(request);
		switch (what) {
			case '429':
				return json({ code: 8, message: 'slow down' }, 429, { 'x-ratelimit-reset': '1' });
			case '500 before':
				return json({ code: 0, message: 'sorry' }, 500);
			case 'cut before':
				return fault('no-answer');
			case 'not sent':
				return fault('not-sent');
			case 'proxy page before':
				return json('<html>busy</html>');
		}
		const answer = this.answerInstead(request) ?? this.answer(request);
		switch (what) {
			case '503 after':
				return json({ code: 0, message: 'sorry' }, 503);
			case 'cut after':
				return fault('no-answer');
			case 'cut body after':
				return { ...answer, body: '{"id":"10' };
			default:
				return answer;
		}
	}

	private answer({ method, path, body }: HttpRequest): HttpResponse {
		const [place, query] = path.split('?');
		const match = /^\/ad_accounts\/(\d+)\/(customer_lists|audiences)(?:\/(\d+))?$/.exec(place);
		if (!match || match[1] !== ACCOUNT)
			return this.refuse(`${method} ${place} is no operation`, 404);
		const [, , kind, id] = match;
		const fields = (body ?? {}) as Record<string, unknown>;
		switch (`${method} ${kind}${id ? '/id' : ''}`) {
			case 'GET customer_lists':
				return this.page(
					[...this.lists.values()].map((list) => this.listBody(list)),
					query,
				);
			case 'GET customer_lists/id':
				return this.found(this.lists.get(id), (list) => this.listBody(list));
			case 'POST customer_lists':
				return this.createList(fields);
			case 'PATCH customer_lists/id':
				return this.found(this.lists.get(id), (list) => this.changeList(list, fields));
			case 'GET audiences':
				return this.page([...this.audiences.values()], query);
			case 'GET audiences/id':
				return this.found(this.audiences.get(id), (audience) => audience);
			case 'POST audiences':
				return this.createAudience(fields);
			default:
				return this.refuse(`${method} ${kind} is no operation`, 405);
		}
	}

	private createList({ name, records, list_type, ...rest }: Record<string, unknown>): HttpResponse {
		if (Object.keys(rest).length > 0) return this.refuse('unknown fields of a list');
		const members = this.recordsOf(records, String(list_type));
		if (!members || typeof name !== 'string') return json({ code: 1, message: 'bad list' }, 400);
		return json(this.listBody(this.addList(name, members, String(list_type))));
	}

	private changeList(list: StoredList, { operation_type, records }: Record<string, unknown>) {
		const changed = this.recordsOf(records, list.list_type) ?? [];
		if (operation_type !== 'ADD' && operation_type !== 'REMOVE') {
			this.violations.push('no operation_type');
		}
		for (const one of changed) list.members[operation_type === 'ADD' ? 'add' : 'delete'](one);
		list.uploaded += changed.length;
		return this.listBody(list);
	}

	private createAudience(fields: Record<string, unknown>): HttpResponse {
		const { name, audience_type, rule, description, ...rest } = fields;
		if (Object.keys(rest).length > 0) return this.refuse('unknown fields of an audience');
		if (typeof name !== 'string') return this.refuse('bad audience');
		if (description !== undefined && typeof description !== 'string')
			return this.refuse('description');
		if (audience_type === 'ACTALIKE') return this.createActalike(name, rule);
		if (audience_type !== 'CUSTOMER_LIST') return this.refuse('bad audience');
		const { customer_list_id } = rule as Record<string, string>;
		if (!this.lists.has(customer_list_id)) return this.refuse('the audience of no list');
		return json(this.addAudience(name, { customer_list_id }));
	}

	private createActalike(name: string, rule: unknown): HttpResponse {
		const { seed_id, country, percentage, ...rest } = rule as Record<string, unknown>;
		const [seed] = [seed_id].flat();
		const good =
			Array.isArray(seed_id) &&
			this.audiences.get(String(seed))?.status === 'READY' &&
			typeof country === 'string' &&
			Number.isInteger(percentage) &&
			Object.keys(rest).length === 0;
		if (!good) return this.refuse('bad rule of an actalike');
		return json(this.addAudience(name, rule as Record<string, unknown>, 'ACTALIKE'));
	}

	private recordsOf(records: unknown, listType: string): string[] | undefined {
		if (typeof records !== 'string') return undefined;
		const all = records.split(',');
		if (new Set(all).size < all.length) this.violations.push('a record twice in a request');
		for (const one of all) {
			const email = listType === 'EMAIL' && /^[^@\s,]+@[^@\s,]+\.[^@\s,.]+$/.test(one);
			const good = one === one.toLowerCase() && (email || DIGEST.test(one));
			if (!good) this.violations.push(`a record that Pinterest cannot match: ${one}`);
		}
		return all;
	}

	private listBody({ id, name, uploaded, list_type }: StoredList) {
		return {
			id,
			name,
			type: 'customerlist',
			status: this.listStatus,
			num_uploaded_user_records: uploaded,
			exceptions: {},
			...(this.tellsListType ? { list_type } : {}),
		};
	}

	private found<T>(entity: T | undefined, body: (entity: T) => unknown): HttpResponse {
		return entity ? json(body(entity)) : json({ code: 50, message: 'Not found.' }, 404);
	}

	private page(all: unknown[], query = ''): HttpResponse {
		const parameters = new URLSearchParams(query);
		const size = Math.min(Number(parameters.get('page_size') ?? 25), this.pageLimit);
		const from = Number(parameters.get('bookmark') ?? 0);
		const to = from + size;
		return json({ items: all.slice(from, to), bookmark: to < all.length ? String(to) : null });
	}

	private refuse(message: string, status = 400): HttpResponse {
		this.violations.push(message);
		return json({ code: 1, message }, status);
	}
}
