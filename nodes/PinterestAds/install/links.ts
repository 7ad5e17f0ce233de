/** Which ids the tables and workflows of the package have on this n8n, both ways. */
export class Links {
	private readonly tableIds: ReadonlyMap<string, string>;
	private readonly tableNames: ReadonlyMap<string, string>;
	private readonly workflowIds: ReadonlyMap<string, string>;
	private readonly sourceIds: ReadonlyMap<string, string>;
	/** The same for links that are the same. */
	readonly key: string;

	/**
	 * @param tables the ids by the names
	 * @param workflows the ids here by those in the package
	 */
	constructor(
		tables: ReadonlyMap<string, string> = new Map(),
		workflows: ReadonlyMap<string, string> = new Map(),
	) {
		const others = [...workflows].filter(([source, here]) => source !== here);
		this.key = JSON.stringify([...tables, ...others]);
		this.tableIds = tables;
		this.tableNames = new Map([...tables].map(([name, id]) => [id, name]));
		this.workflowIds = new Map(others);
		this.sourceIds = new Map(others.map(([source, here]) => [here, source]));
	}

	withWorkflows(workflows: ReadonlyMap<string, string>): Links {
		return new Links(this.tableIds, workflows);
	}

	workflowId = (source: string): string => this.workflowIds.get(source) ?? source;

	/** Anything out of a workflow of the package, with the ids of this n8n. */
	toHere<T>(value: T): T {
		return mapped(value, (one) => this.tableHere(one), this.workflowIds) as T;
	}

	/** Anything out of a workflow of this n8n, with tables by name and the package's own workflow ids. */
	toSource(value: unknown): unknown {
		return mapped(value, (one) => this.tableInSource(one), this.sourceIds);
	}

	/** A table is looked up by a part of its name, unless it is given by its id. */
	private tableHere(value: Locator): Locator {
		const id = value.mode === 'name' ? this.tableIds.get(String(value.value)) : undefined;
		if (id === undefined) return value;
		return { ...value, mode: 'list', value: id, cachedResultName: value.value };
	}

	private tableInSource(value: Locator): Locator {
		const name = this.tableNames.get(String(value.value));
		if (name === undefined || value.mode === 'name') return value;
		return { __rl: true, mode: 'name', value: name };
	}
}

interface Locator {
	readonly __rl: true;
	readonly mode?: unknown;
	readonly value?: unknown;
	readonly cachedResultName?: unknown;
}

const isLocator = (value: object): value is Locator => '__rl' in value;

function mapped(
	value: unknown,
	ofLocator: (value: Locator) => Locator,
	ids: ReadonlyMap<string, string>,
): unknown {
	if (typeof value === 'string') return withIds(value, ids);
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((one) => mapped(one, ofLocator, ids));
	const one = isLocator(value) ? ofLocator(value) : value;
	return Object.fromEntries(
		Object.entries(one).map(([key, inside]) => [key, mapped(inside, ofLocator, ids)]),
	);
}

/** Ids are also named in the middle of expressions. */
function withIds(text: string, ids: ReadonlyMap<string, string>): string {
	let replaced = text;
	for (const [id, other] of ids) {
		if (replaced.includes(id)) replaced = replaced.split(new RegExp(`\\b${id}\\b`)).join(other);
	}
	return replaced;
}
