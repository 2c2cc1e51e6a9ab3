/** Stands for a package that the grid's types name: the real one would bring Node's globals into the page. */
export {};
