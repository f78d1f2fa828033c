export interface UsersParams {
  readonly uri: string;
  /** The mapping to preview: what it does not provision is left out. */
  readonly mapping?: string;
}

export type UsersAnswer =
  | { readonly kind: "users"; readonly users: readonly DirectoryUser[]; readonly groups: readonly DirectoryGroup[] }
  | { readonly kind: "refused"; readonly message: string };

/** What a person recognises a user by. */
export interface DirectoryUser {
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly mail?: string;
  readonly department?: string;
}

/** What a person recognises a group by. */
export interface DirectoryGroup {
  readonly id: string;
  readonly displayName: string;
  readonly mail?: string;
  /** How many direct members it has. */
  readonly members: number;
}

export interface MembersParams {
  readonly uri: string;
  /** The group's id, displayName or mail. */
  readonly group: string;
}

/** The direct members of a group, in the order of the directory. */
export type MembersAnswer =
  | { readonly kind: "members"; readonly members: readonly DirectoryMember[] }
  | { readonly kind: "refused"; readonly message: string };

/** A user or a group as the member of another group; the id stands for the name of one that the directory does not have. */
export interface DirectoryMember {
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName?: string;
}
