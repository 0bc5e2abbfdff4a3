/**
 * The one account that stands for deleted owners of imported content. Its stored name is a placeholder: the client
 * writes "former member" in the reader's language.
 */
export const formerMemberId = '00000000-0000-7000-8000-000000000001'
