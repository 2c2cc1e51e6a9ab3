/** The only names that Google may call, one line each. gas-webpack-plugin sees just such assignments. */
declare const global: Record<string, unknown>;

global.onOpen = () => undefined;
