// A script to serve in tests.
export const answer = 42;
export const answer = 42;
export const answer = 42;
export const answer = 42;
export const answer = 42;
export const answer = 42;
export const answer = 42;
export const answer = 42;
