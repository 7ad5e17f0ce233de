/** What the form of a launch asks for. The names are those that *Read a Launch Form* reads. */
export const launchFormFields = [
	{
		fieldName: 'campaign_name',
		fieldLabel: 'Campaign name',
		placeholder: 'e.g. Spring sale',
		requiredField: true,
	},
	{
		fieldName: 'objective',
		fieldLabel: 'Objective',
		fieldType: 'dropdown',
		fieldOptions: {
			values: [
				{ option: 'AWARENESS' },
				{ option: 'CONSIDERATION' },
				{ option: 'VIDEO_VIEW' },
				{ option: 'CATALOG_SALES' },
				{ option: 'SHOPPING' },
			],
		},
		requiredField: true,
	},
	{
		fieldName: 'daily_budget',
		fieldLabel: 'Daily budget, in the currency of the ad account',
		placeholder: 'e.g. 20.00',
		requiredField: true,
	},
	{
		fieldName: 'bid',
		fieldLabel: 'Bid for one click, in the same currency',
		placeholder: 'e.g. 1.50',
	},
	{
		fieldName: 'audience',
		fieldLabel: 'Audience (a synced one; empty for everybody)',
		placeholder: 'e.g. Newsletter subscribers',
	},
	{
		fieldName: 'countries',
		fieldLabel: 'Countries',
		placeholder: 'e.g. US, CA',
		requiredField: true,
	},
	{
		fieldName: 'pin_ids',
		fieldLabel: 'Pin IDs (the numbers in the addresses of the Pins, separated by commas)',
		placeholder: 'e.g. 813744226420795884',
	},
	{
		fieldName: 'destination_url',
		fieldLabel: 'Where a click leads (empty for the link of the Pin)',
	},
	{
		fieldName: 'keywords',
		fieldLabel: 'Keywords (separated by commas; empty for none)',
		placeholder: 'e.g. sofa, [leather sofa]',
	},
	{
		fieldName: 'when_it_stands',
		fieldLabel: 'Once all of it exists',
		fieldType: 'dropdown',
		fieldOptions: { values: [{ option: 'Leave it paused' }, { option: 'Switch it on' }] },
		defaultValue: 'Leave it paused',
		requiredField: true,
	},
	{
		fieldName: 'ad_account_id',
		fieldLabel: 'Ad account ID (empty for the connected one)',
		placeholder: 'e.g. 549755885175',
	},
	// Last, since who sends the form without opening it goes by the place of each field.
	{
		fieldName: 'product_group_ids',
		fieldLabel: 'Product group IDs, in place of Pins, for CATALOG_SALES and SHOPPING',
		placeholder: 'e.g. 4680099996745001',
	},
];
