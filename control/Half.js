/* Pushed with the control book only: tells the common bundle which half it is (src/google/half.ts). */
var SVODKA_HALF = 'control';
