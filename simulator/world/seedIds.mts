/** What the default seed holds under known names; `/__sim/status` and docs/simulator.md list them. */
export const SEED = {
	clientId: '1499999',
	clientSecret: 'simulator-app-secret',
	business: 'Example Home & Garden',
	userId: '549755885100',
	otherUserId: '549755885101',
	noAccountUserId: '549755885102',
	analystUserId: '549755885103',
	/** USD. */
	adAccountId: '549755885175',
	/** EUR, an id beyond 2^53. */
	euroAdAccountId: '549756359984000175',
	/** Belongs to somebody else: the business user has no role on it. */
	foreignAdAccountId: '549755885999',
	pins: {
		image: '813744226420795884',
		image2: '813744226420795885',
		video: '813744226420795886',
		product: '813744226420795887',
		carousel: '813744226420795888',
		deleted: '813744226420795889',
		foreign: '813744226420795890',
	},
	boardId: '549755885177000001',
	conversionTagId: '2617998078212',
	euroConversionTagId: '2617998078213',
	campaigns: {
		running: '626735565838000001',
		archived: '626735565838000002',
		euro: '626735565838000003',
	},
	adGroups: {
		running: '2680067996745001',
		running2: '2680067996745002',
		archived: '2680067996745003',
		euro: '2680067996745004',
	},
	productGroups: { lamps: '2680099996745001', tables: '2680099996745002' },
	catalogs: { home: '3551100996745001', foreign: '3551100996745009' },
	feeds: { daily: '3552200996745001', outlet: '3552200996745002' },
	processingResults: { daily: '3553300996745001', outlet: '3553300996745002' },
	leadForms: {
		kitchen: '383791336903426391',
		brochure: '383791336903426392',
		foreign: '383791336903426399',
	},
	/** The ad by which the seed's leads have come. */
	leadAdId: '687201365001000001',
	/** As the catalog has them; `productGroups` promotes two of them. */
	catalogProductGroups: {
		lamps: '4680099996745001',
		tables: '4680099996745002',
		all: '4680099996745003',
		outlet: '4680099996745004',
		foreign: '4680099996745009',
	},
	tokens: {
		access: 'pina_simulator_business_access',
		refresh: 'pinr_simulator_business_refresh',
		readOnly: 'pina_simulator_read_only',
		noAdAccounts: 'pina_simulator_no_ad_accounts',
		expired: 'pina_simulator_expired',
		analyst: 'pina_simulator_analyst',
		/** Connected before catalogs were asked for. */
		noCatalogs: 'pina_simulator_no_catalogs',
		conversion: 'pina_simulator_conversion',
	},
} as const;
