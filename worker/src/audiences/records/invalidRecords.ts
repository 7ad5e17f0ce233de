/** A record that cannot be in a customer list, and why. */
export interface InvalidRecord {
	/** 1 for the first record of the input. */
	readonly position: number;
	readonly reason: string;
}

/** More than these say nothing new, and would make a record of the size of the input. */
const MAX_REPORTED = 10;

/** Reasons as they are said of several records: "2 without @". Others are said as they are. */
const OF_SEVERAL: Readonly<Record<string, string>> = {
	'no @': 'without @',
	'a space, comma or semicolon inside': 'with a space, comma or semicolon inside',
	'more than one @': 'with more than one @',
	'nothing before the @': 'with nothing before the @',
	'no full domain after the @': 'without a full domain after the @',
	'not an email address': 'that are not email addresses',
	'the hash of nothing': 'that are the hash of nothing',
	'a line that is not JSON': 'on a line that is not JSON',
	'not a device ID (8-4-4-4-12 hexadecimal digits) and no hash':
		'that are neither a device ID (8-4-4-4-12 hexadecimal digits) nor a hash',
	'a device ID of zeros: its owner has opted out of tracking':
		'that are a device ID of zeros (opted out of tracking)',
};

/** What was left out, by position and by reason, never by value: it may be somebody's address. */
export class InvalidRecords {
	count = 0;
	readonly first: InvalidRecord[] = [];
	/** By reason; there are not many. */
	private readonly groups = new Map<string, { count: number; readonly position: number }>();

	add(position: number, reason: string): void {
		this.count++;
		if (this.first.length < MAX_REPORTED) this.first.push({ position, reason });
		const group = this.groups.get(reason);
		if (group) group.count++;
		else this.groups.set(reason, { count: 1, position });
	}

	/** "18 empty, 2 without @", the most frequent reason first. */
	byReason(): string {
		return this.sorted()
			.map(([reason, { count }]) => ofSeveral(count, reason))
			.join(', ');
	}

	/** The same, but a reason that occurs only once is said of its record: "record 3: no @". */
	inWords(): string {
		const all = this.sorted();
		const divider = all.some(([, { count }]) => count === 1) ? '; ' : ', ';
		return all
			.map(([reason, { count, position }]) =>
				count === 1 ? `record ${position}: ${reason}` : ofSeveral(count, reason),
			)
			.join(divider);
	}

	private sorted() {
		return [...this.groups].sort(([, a], [, b]) => b.count - a.count || a.position - b.position);
	}
}

function ofSeveral(count: number, reason: string): string {
	const words = OF_SEVERAL[reason] ?? reason;
	if (count > 1) return `${count} ${words}`;
	return `1 ${words.replace('that are not email addresses', 'that is not an email address').replace(/^that are /, 'that is ')}`;
}
