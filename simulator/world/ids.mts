/**
 * Ids in Pinterest's shape: decimal strings of up to 18 digits. All but the customer lists' lie
 * beyond 2^53, so that a client that makes numbers of them is found out.
 */
const START = {
	campaign: 626_735_565_838_901_001n,
	adGroup: 268_036_134_927_002_001n,
	ad: 687_201_361_754_003_001n,
	customerList: 643_004_001n,
	audience: 254_262_090_547_005_001n,
	conversionTag: 261_799_807_821_009_001n,
	keyword: 388_653_056_412_006_001n,
	pin: 813_744_226_420_795_001n,
	promotion: 312_640_551_938_010_001n,
	leadsExport: 388_400_000_000_011_001n,
} as const;

export type IdKind = keyof typeof START;

export class Ids {
	private used = new Map<IdKind, bigint>();

	next(kind: IdKind): string {
		const count = this.used.get(kind) ?? 0n;
		this.used.set(kind, count + 1n);
		return (START[kind] + count).toString();
	}

	/** For saving and loading. */
	snapshot(): Map<IdKind, bigint> {
		return new Map(this.used);
	}

	restore(used: Map<IdKind, bigint>): void {
		this.used = new Map(used);
	}
}
