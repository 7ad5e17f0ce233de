/** Of the ad group and the campaign, the one that is shown is the parent. */
export const shownParents = {
	adGroupId: { isRequired: true },
	campaignId: { isRequired: true },
};
