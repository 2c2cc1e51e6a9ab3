/* Pushed with the control book only: tells the common bundle which half it is (src/google/half.ts). */
globalThis.SVODKA_HALF = 'control';
