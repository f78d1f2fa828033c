import type { ScimFailure } from "./ports.ts";

/** Why a step failed, in the members of Graph's `statusInfo`. */
export interface StepFailure {
  /** Entra's error code where it has one, else SCIM's `scimType`, the HTTP status, or `NoAnswer`. */
  readonly errorCode: string;
  readonly reason: string;
  readonly recommendedAction: string;
}

/** What a refused or lost request means for its step. */
export function fromScimFailure({ scimType, status, message, remedy }: ScimFailure): StepFailure {
  return {
    errorCode: scimType ?? (status === undefined ? "NoAnswer" : `HTTP ${status}`),
    reason: message,
    recommendedAction: remedy,
  };
}

/** The end of a run that the person stopped. */
export const cancelled: StepFailure = {
  errorCode: "Cancelled",
  reason: "The run was cancelled before anything was written.",
  recommendedAction: "Run it again.",
};
