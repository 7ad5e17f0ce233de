/** What a customer list is made of. Pinterest's own default is EMAIL. */
export const LIST_TYPES = ['EMAIL', 'MAID', 'IDFA'] as const;
export type ListType = (typeof LIST_TYPES)[number];
